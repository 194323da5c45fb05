using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>What keeps a change of a taxonomy from being made.</summary>
public enum TaxonomyFault
{
    /// <summary>There is no such term (any more).</summary>
    UnknownTerm,

    /// <summary>There is no such parent (any more).</summary>
    UnknownParent,

    /// <summary>A term cannot be below itself.</summary>
    BelowItself,

    /// <summary>The tree would be too deep.</summary>
    TooDeep,

    /// <summary>It has no name.</summary>
    NoTitle,

    /// <summary>The name is too long or holds what no database keeps.</summary>
    BadTitle,

    /// <summary>The address segment has characters that none may have, or is too long.</summary>
    BadSegment,

    /// <summary>Another term beside it has the same address segment.</summary>
    SegmentTaken,

    /// <summary>It is already first, last, at the top, or has nothing before it.</summary>
    NowhereToGo,
}

/// <summary>Where a term is moved to, from where it is.</summary>
public enum TermStep
{
    /// <summary>Before the one before it.</summary>
    Up,

    /// <summary>After the one after it.</summary>
    Down,

    /// <summary>Out of its parent, behind it.</summary>
    Out,

    /// <summary>Into the one before it, as its last.</summary>
    In,
}

/// <summary>What an editor says of a term.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Segment">The last segment of its address; empty leaves it as it is, or makes it of the id.</param>
/// <param name="Texts">Text fields of the term's own parts by part and field; those left out stay.</param>
public sealed record TermContent(string Title, string Segment, IReadOnlyDictionary<(string Part, string Field), string> Texts);

/// <summary>Changes of a taxonomy's tree, made on a copy that the content manager then saves. A change that cannot be made leaves the copy as it was.</summary>
/// <remarks>Whether a term may go while items carry it is the content manager's rule.</remarks>
public sealed class TaxonomyEditing
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxTitle = 200;

    /// <summary>The most characters of an address segment.</summary>
    public const int MaxSegment = 100;

    /// <summary>The most levels of a tree.</summary>
    public const int MaxDepth = 12;

    private const string Terms = "Terms";

    /// <summary>Begins to change a taxonomy.</summary>
    /// <param name="taxonomy">Its newest version; it is copied.</param>
    public TaxonomyEditing(ContentItem taxonomy) => Item = taxonomy.Clone();

    /// <summary>The taxonomy as changed so far.</summary>
    public ContentItem Item { get; }

    /// <summary>The tree as changed so far.</summary>
    public TaxonomyTree Tree => new(Item);

    /// <summary>The type of its terms.</summary>
    public string TermType => Item.Part("TaxonomyPart")?.Text("TermContentType") ?? "";

    /// <summary>A term as an item inside the taxonomy, or null.</summary>
    public ContentItem? Find(string termId) => FindPlace(Item.EnsurePart("TaxonomyPart"), termId) is var (list, at) ? new ContentItem(list[at]!.AsObject()) : null;

    /// <summary>Adds a term as the last one below a parent, or at the top.</summary>
    public TaxonomyFault? Add(string? parentId, TermContent content, out string termId)
    {
        termId = IdGenerator.NewId();
        var parent = parentId is null ? null : Tree.All.GetValueOrDefault(parentId);
        if (parentId is not null && parent is null)
            return TaxonomyFault.UnknownParent;
        if (parent is not null && parent.Lineage.Count + 1 > MaxDepth)
            return TaxonomyFault.TooDeep;
        if (FaultOf(content, parent, except: null) is { } fault)
            return fault;
        var json = new JsonObject { ["ContentItemId"] = termId, ["ContentType"] = TermType, ["DisplayText"] = "", ["TitlePart"] = new JsonObject(), ["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = Item.ContentItemId } };
        var term = new ContentItem(json);
        Write(term, content);
        json[Terms] = new JsonArray();
        ListOf(parentId).Add(json);
        return null;
    }

    /// <summary>Changes what a term says. Another segment leaves its old address behind.</summary>
    public TaxonomyFault? Change(string termId, TermContent content)
    {
        if (Tree.All.GetValueOrDefault(termId) is not { } known || Find(termId) is not { } term)
            return TaxonomyFault.UnknownTerm;
        if (FaultOf(content, known.Parent, except: termId) is { } fault)
            return fault;
        Write(term, content);
        NoteAddress(term, known.Path);
        return null;
    }

    /// <summary>Moves a term with all below it below another, as its last; to the top without one.</summary>
    public TaxonomyFault? MoveBelow(string termId, string? parentId)
    {
        var tree = Tree;
        if (tree.All.GetValueOrDefault(termId) is not { } known)
            return TaxonomyFault.UnknownTerm;
        var parent = parentId is null ? null : tree.All.GetValueOrDefault(parentId);
        if (parentId is not null && parent is null)
            return TaxonomyFault.UnknownParent;
        if (parent?.Lineage.Contains(known) == true)
            return TaxonomyFault.BelowItself;
        if (known.Parent == parent)
            return null;
        return MoveInto(known, parent, ListOf(parentId).Count);
    }

    /// <summary>Moves a term one step.</summary>
    public TaxonomyFault? Move(string termId, TermStep step)
    {
        if (Tree.All.GetValueOrDefault(termId) is not { } known)
            return TaxonomyFault.UnknownTerm;
        var siblings = known.Parent?.Children ?? known.Tree.Terms;
        var at = siblings.IndexOf(known);
        switch (step)
        {
            case TermStep.Up when at > 0:
                Swap(known.Parent?.Id, at, at - 1);
                return null;
            case TermStep.Down when at < siblings.Length - 1:
                Swap(known.Parent?.Id, at, at + 1);
                return null;
            case TermStep.In when at > 0:
                return MoveInto(known, siblings[at - 1], siblings[at - 1].Children.Length);
            case TermStep.Out when known.Parent is { } parent:
                return MoveInto(known, parent.Parent, (parent.Parent?.Children ?? known.Tree.Terms).IndexOf(parent) + 1);
            default:
                return TaxonomyFault.NowhereToGo;
        }
    }

    /// <summary>Takes a term away with all below it.</summary>
    public TaxonomyFault? Remove(string termId)
    {
        if (FindPlace(Item.EnsurePart("TaxonomyPart"), termId) is not var (list, at))
            return TaxonomyFault.UnknownTerm;
        list.RemoveAt(at);
        return null;
    }

    private TaxonomyFault? MoveInto(Term term, Term? parent, int index)
    {
        if ((parent?.Lineage.Count ?? 0) + HeightOf(term) > MaxDepth)
            return TaxonomyFault.TooDeep;
        if (IsTaken(term.Segment, parent, term.Tree, except: term.Id))
            return TaxonomyFault.SegmentTaken;
        var (list, at) = FindPlace(Item.EnsurePart("TaxonomyPart"), term.Id)!.Value;
        var json = list[at]!.AsObject();
        list.RemoveAt(at);
        ListOf(parent?.Id).Insert(index, json);
        NoteAddress(new(json), term.Path);
        return null;
    }

    private void NoteAddress(ContentItem term, string before)
    {
        var now = Tree.All[term.ContentItemId].Path;
        if (!string.Equals(before, now, StringComparison.OrdinalIgnoreCase))
            FormerAddressesPart.Note(term, before, now);
    }

    private TaxonomyFault? FaultOf(TermContent content, Term? parent, string? except)
    {
        var (title, segment) = (content.Title.Trim(), content.Segment.Trim());
        if (title.Length == 0)
            return TaxonomyFault.NoTitle;
        if (title.Length > MaxTitle || !StorableText.IsStorable(title) || title.Any(char.IsControl))
            return TaxonomyFault.BadTitle;
        if (content.Texts.Values.Any(text => text.Length > MaxTitle || !StorableText.IsStorable(text)))
            return TaxonomyFault.BadTitle;
        if (segment.Length == 0)
            return null;
        if (segment.Length > MaxSegment || segment is "." or ".." || !StorableText.IsStorable(segment) || segment.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\' or '?' or '#' or '%' or '<' or '>' or '"' or '&'))
            return TaxonomyFault.BadSegment;
        return IsTaken(segment, parent, Tree, except) ? TaxonomyFault.SegmentTaken : null;
    }

    private static bool IsTaken(string segment, Term? parent, TaxonomyTree tree, string? except) =>
        (parent is null ? tree.Terms : tree.All[parent.Id].Children).Any(sibling => sibling.Id != except && string.Equals(sibling.Segment, segment, StringComparison.OrdinalIgnoreCase));

    private static void Write(ContentItem term, TermContent content)
    {
        term.DisplayText = content.Title.Trim();
        term.EnsurePart("TitlePart")["Title"] = content.Title.Trim();
        if (content.Segment.Trim() is { Length: > 0 } segment)
        {
            var route = AutoroutePart.RouteOf(term);
            term.EnsurePart("AutoroutePart")["Path"] = route?.LastIndexOf('/') is int at and >= 0 ? route[..(at + 1)] + segment : segment;
        }

        foreach (var ((part, field), text) in content.Texts)
            term.EnsurePart(part).SetTextField(field, text.Trim() is { Length: > 0 } given ? given : null);
    }

    private void Swap(string? parentId, int one, int other)
    {
        var list = ListOf(parentId);
        var json = list[one];
        list.RemoveAt(one);
        list.Insert(other, json);
    }

    private JsonArray ListOf(string? parentId)
    {
        var holder = parentId is null ? Item.EnsurePart("TaxonomyPart") : Find(parentId)!.Json;
        if (holder[Terms] is JsonArray list)
            return list;
        var made = new JsonArray();
        holder[Terms] = made;
        return made;
    }

    private static int HeightOf(Term term) => 1 + term.Children.Select(HeightOf).DefaultIfEmpty().Max();

    private static (JsonArray List, int At)? FindPlace(JsonObject parent, string termId)
    {
        if (parent[Terms] is not JsonArray list)
            return null;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not JsonObject json)
                continue;
            if (json.Text("ContentItemId") == termId)
                return (list, i);
            if (FindPlace(json, termId) is { } found)
                return found;
        }

        return null;
    }
}
