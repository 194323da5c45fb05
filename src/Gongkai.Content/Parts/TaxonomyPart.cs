using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"TermContentType": "Topic", "Terms": [{…, "Terms": []}]}</c>: a tree of terms.</summary>
public sealed class TaxonomyPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "TaxonomyPart";

    /// <inheritdoc/>
    public override string Editor => "tree";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["TermContentType"];

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        var type = ReadText(value, "TermContentType", scope);
        ValidateTerms(item, type, value, scope, new HashSet<string>(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (AutoroutePart.RouteOf(item) is { } route && item.Part("AutoroutePart")?.Flag("RouteContainedItems") == true)
            ContributeRoutes(value, route, scope);
    }

    /// <inheritdoc/>
    public override JsonObject Public(JsonObject value, DefinitionSnapshot definitions)
    {
        var result = PublicJson.Only(value, Properties);
        result["Terms"] = PublicTerms(value, definitions);
        return result;
    }

    private static void ValidateTerms(ContentItem taxonomy, string? type, JsonObject? parent, ValidationScope scope, HashSet<string> seen)
    {
        foreach (var (term, at) in ReadItems(parent, "Terms", scope))
        {
            if (term.ContentItemId.Length == 0)
                at.At("ContentItemId").Report(new("分类中的每一项都要有编号（ContentItemId）。"));
            else if (!seen.Add(term.ContentItemId))
                at.At("ContentItemId").Report($"编号“{term.ContentItemId}”在这个分类中出现了两次。");
            if (!string.IsNullOrEmpty(type) && term.ContentType != type)
                at.At("ContentType").Report($"这个分类的各项应为“{type}”类型，得到的是“{term.ContentType}”。");
            else
                ContentValidator.ValidateItem(term, at);
            ValidateTerms(taxonomy, type, term.Json, at, seen);
        }
    }

    private static void ContributeRoutes(JsonObject parent, string route, IndexScope scope)
    {
        foreach (var term in parent.Objects("Terms").Select(json => new ContentItem(json)))
        {
            var path = $"{route}/{AutoroutePart.RouteOf(term) ?? term.ContentItemId}";
            scope.Route(path, term.ContentItemId);
            ContributeRoutes(term.Json, path, scope);
        }
    }

    private static JsonArray PublicTerms(JsonObject parent, DefinitionSnapshot definitions) =>
        new([.. parent.Objects("Terms").Select(json =>
        {
            var term = PublicJson.Of(new ContentItem(json), definitions);
            term["Terms"] = PublicTerms(json, definitions);
            return term;
        })]);
}
