using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Passages;

/// <summary>The running text of an item, and its passages.</summary>
/// <param name="Body">The text.</param>
/// <param name="Passages">Its passages, in order.</param>
internal sealed record DocumentText(string Body, IReadOnlyList<Passage> Passages)
{
    private const string Pairs = "QaPair";

    /// <summary>Gathers what an item says: its own texts and HTML, then those of the items inside it, each question with its answer.</summary>
    /// <param name="item">The item.</param>
    /// <param name="contribution">What it gives the index.</param>
    /// <param name="html">The HTML derived of it, by key.</param>
    /// <param name="attachments">The text of the files that it shows, which comes last.</param>
    public static DocumentText Of(ContentItem item, IndexContribution contribution, IReadOnlyDictionary<string, string> html, IReadOnlyList<AttachmentText> attachments)
    {
        var text = new StringBuilder();
        var stretches = new List<(int Start, List<HtmlMark> Marks, Passage? Whole)>();
        foreach (var markup in contribution.Markup.Where(markup => !markup.Key.Contains('/', StringComparison.Ordinal)))
            AddMarkup(markup);
        foreach (var entry in contribution.Texts.Where(entry => entry is { Role: IndexedTextRole.Body, ContainedItemId: null }))
            AddText(entry.Text);
        foreach (var (id, anchor) in Contained(item))
        {
            var texts = contribution.Texts.Where(entry => entry.Role == IndexedTextRole.Body && entry.ContainedItemId == id).ToList();
            var sources = contribution.Markup.Where(markup => markup.Key.StartsWith(id + "/", StringComparison.Ordinal)).ToList();
            if (texts.Count + sources.Count == 0)
                continue;
            text.Append("\n\n");
            stretches.Add((text.Length, [], new Passage(text.Length, -1, anchor, texts.Count > 0 ? texts[0].Text : null)));
            foreach (var entry in texts)
                text.Append(entry.Text).Append("\n\n");
            foreach (var markup in sources)
                text.Append(html.TryGetValue(markup.Key, out var derived) ? HtmlText.Of(derived) : markup.Source).Append("\n\n");
        }

        var files = new List<(int Start, string Name)>();
        foreach (var attachment in attachments)
        {
            text.Append("\n\n");
            files.Add((text.Length, attachment.Name));
            text.Append(attachment.Text);
        }

        var body = text.ToString();
        var ownEnd = files.Count > 0 ? files[0].Start : body.Length;
        var passages = new List<Passage>();
        for (var i = 0; i < stretches.Count; i++)
        {
            var end = i + 1 < stretches.Count ? stretches[i + 1].Start : ownEnd;
            if (stretches[i].Whole is { } whole)
                passages.Add(whole);
            else
                PassageSplitter.Split(end == body.Length ? body : body[..end], stretches[i].Start, stretches[i].Marks, passages);
        }

        for (var i = 0; i < files.Count; i++)
            PassageSplitter.Cut(body, files[i].Start, i + 1 < files.Count ? files[i + 1].Start : body.Length, files[i].Name, passages);
        return new(body, passages);

        void AddMarkup(MarkupEntry markup)
        {
            text.Append("\n\n");
            var marks = new List<HtmlMark>();
            stretches.Add((text.Length, marks, null));
            if (html.TryGetValue(markup.Key, out var derived))
                HtmlText.Append(derived, text, marks);
            else
                text.Append(markup.Source);
        }

        void AddText(string plain)
        {
            text.Append("\n\n");
            stretches.Add((text.Length, [], null));
            text.Append(plain);
        }
    }

    /// <summary>The items inside an item by id, question–answer pairs with the anchors that their page gives them.</summary>
    private static IEnumerable<(string Id, string? Anchor)> Contained(ContentItem item)
    {
        foreach (var (_, part) in item.Json)
        {
            var place = 0;
            foreach (var inner in (part as JsonObject)?.Objects("ContentItems") ?? [])
            {
                var anchor = inner.Text("ContentType") == Pairs ? PassageAnchors.OfPair(place++) : null;
                if (inner.Text("ContentItemId") is { Length: > 0 } id)
                    yield return (id, anchor);
            }
        }
    }
}
