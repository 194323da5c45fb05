using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Paths": ["topic-3/topic-9"]}</c> of a term: where it was in its tree before, so that its old addresses lead to where it is.</summary>
/// <remarks>It stands with the term, so it goes with the taxonomy into exports and backups. Never public.</remarks>
public sealed class FormerAddressesPart : PartKind
{
    /// <summary>The most addresses that a term keeps; the oldest go first.</summary>
    public const int MaxPaths = 50;

    private const string Paths = "Paths";

    /// <inheritdoc/>
    public override string Name => "FormerAddressesPart";

    /// <inheritdoc/>
    public override string Editor => "none";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [Paths];

    /// <summary>A term's former addresses, oldest first: segments below the taxonomy's address, with <c>/</c>.</summary>
    public static IReadOnlyList<string> Of(ContentItem term) => term.Part("FormerAddressesPart")?.Texts(Paths) ?? [];

    /// <summary>Remembers that a term was at an address and is at another.</summary>
    public static void Note(ContentItem term, string before, string now)
    {
        var paths = Of(term).Append(before).Where(path => !string.Equals(path, now, StringComparison.OrdinalIgnoreCase))
            .Reverse().Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxPaths).Reverse().ToList();
        if (paths.Count == 0)
            term.Json.Remove("FormerAddressesPart");
        else
            term.EnsurePart("FormerAddressesPart")[Paths] = new JsonArray([.. paths.Select(path => JsonValue.Create(path))]);
    }

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        if (value is not null && value.TryGetPropertyValue(Paths, out var node) && node is not null && node is not JsonArray)
            scope.At(Paths).Report($"应为列表，得到的是{FieldKind.Describe(node)}。");
    }

    /// <inheritdoc/>
    public override JsonObject? Public(JsonObject value, DefinitionSnapshot definitions) => null;
}
