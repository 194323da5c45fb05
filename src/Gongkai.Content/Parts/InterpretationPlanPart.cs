using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Form": {"Text": "文字"}, …}</c>: how a policy is going to be interpreted, in the fields of its definition. The editors' business: nothing of it is public, indexed or found.</summary>
public sealed class InterpretationPlanPart : PartKind
{
    /// <summary>The part's name.</summary>
    public const string PartName = "InterpretationPlan";

    /// <inheritdoc/>
    public override string Name => PartName;

    /// <inheritdoc/>
    public override string Editor => "none";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [];

    /// <inheritdoc/>
    public override bool IsPrivate => true;

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
    }

    /// <summary>Nothing.</summary>
    public override JsonObject? Public(JsonObject value, DefinitionSnapshot definitions) => null;
}
