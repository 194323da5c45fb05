using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Web;

/// <summary>The public JSON of an item as programs get it: <see cref="PublicJson"/> with the HTML that was derived of what an author wrote, and without links to what is not public.</summary>
public static class PublicView
{
    /// <summary>The public JSON of an item. The caller has asked <see cref="Publicity.IsPublic"/> before.</summary>
    /// <param name="item">The item, a copy of the caller's: links are taken out of it.</param>
    /// <param name="reader">Knows which linked items are public.</param>
    /// <param name="definitions">The definitions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<JsonObject> OfAsync(ContentItem item, IContentReader reader, DefinitionSnapshot definitions, CancellationToken cancellationToken = default)
    {
        var contribution = IndexContribution.Of(item, definitions);
        var shown = await HideLinksAsync(item, contribution, reader, cancellationToken);
        var json = PublicJson.Of(item, definitions);
        if (item.Part("ContainedPart") is { } container && ContainedPart.ListOf(item) is { } list && shown.Contains(list))
            json["ContainedPart"] = PublicJson.Only(container, new ContainedPart().Properties);
        ShowHtml(json, contribution, await reader.GetHtmlAsync(item, cancellationToken));
        return json;
    }

    /// <summary>HTML that an author wrote is shown as it was sanitised, in its place.</summary>
    private static void ShowHtml(JsonObject json, IndexContribution contribution, IReadOnlyDictionary<string, string> html)
    {
        foreach (var markup in contribution.Markup.Where(markup => markup.Format == MarkupFormat.Html))
        {
            var (id, place) = markup.Key.Split('/') is [var inner, var rest] ? (inner, rest) : (null, markup.Key);
            var target = id is null ? json : Objects(json).FirstOrDefault(candidate => candidate.Text("ContentItemId") == id);
            foreach (var name in place.Split('.'))
                target = target?.Child(name);
            if (target is not null && html.TryGetValue(markup.Key, out var derived))
                target["Html"] = derived;
        }
    }

    /// <summary>Links to items that are not public are left out: not even their ids are anyone's business.</summary>
    /// <returns>The ids that are shown.</returns>
    private static async Task<HashSet<string>> HideLinksAsync(ContentItem item, IndexContribution contribution, IContentReader reader, CancellationToken cancellationToken)
    {
        var linked = contribution.References.Select(reference => reference.ContentItemId).Distinct(StringComparer.Ordinal).ToList();
        if (linked.Count == 0)
            return [];
        var shown = (await reader.GetManyAsync(linked, cancellationToken: cancellationToken)).Where(Publicity.IsPublic)
            .Select(target => target.ContentItemId).ToHashSet(StringComparer.Ordinal);
        foreach (var ids in Arrays(item.Json))
        {
            for (var i = ids.Count - 1; i >= 0; i--)
            {
                if (ids[i] is not JsonValue value || !value.TryGetValue<string>(out var id) || !shown.Contains(id))
                    ids.RemoveAt(i);
            }
        }

        return shown;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Objects(property.Value)).Prepend(json),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<JsonArray> Arrays(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => property is { Key: "ContentItemIds", Value: JsonArray ids } ? [ids] : Arrays(property.Value)),
        JsonArray array => array.SelectMany(Arrays),
        _ => [],
    };
}
