using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"ScheduledArchiveUtc": "2026-03-01T08:00:00Z"}</c>: when a published item is to be withdrawn. Cleared when it is.</summary>
public sealed class ArchiveLaterPart : PartKind
{
    internal const string Property = "ScheduledArchiveUtc";

    /// <inheritdoc/>
    public override string Name => "ArchiveLaterPart";

    /// <inheritdoc/>
    public override string Editor => "instant";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [Property];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope) =>
        ReadInstant(value, Property, scope);

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (value.Instant(Property) is { } due)
            scope.Schedule(ScheduleAction.Unpublish, due);
    }

    /// <summary>Nothing: what is planned is the editors' business.</summary>
    public override JsonObject? Public(JsonObject value, DefinitionSnapshot definitions) => null;
}
