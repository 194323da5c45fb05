using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Terms of a taxonomy: those that were chosen as a list in their order (the first issuer is the lead office), the others as a tree.</summary>
internal sealed class TaxonomyEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "taxonomy";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [FormLists.Items];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set(FormLists.Items, value.Texts("TermContentItemIds").Prepend(""));

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        var terms = form.All(FormLists.Items).Distinct(StringComparer.Ordinal).ToList();
        if (value.Text("TaxonomyContentItemId") is null or "" && TaxonomyOf(edited, value) is { } taxonomy)
            value["TaxonomyContentItemId"] = taxonomy;
        value["TermContentItemIds"] = new JsonArray([.. terms.Select(term => JsonValue.Create(term))]);
        // Orchard Core's tag editor keeps the labels beside the ids.
        if (value.ContainsKey("TagNames"))
            value["TagNames"] = new JsonArray([.. terms.Select(term => JsonValue.Create(TreeOf(edited, context)?.All.GetValueOrDefault(term)?.Label ?? term))]);
    }

    /// <summary>An office's editor writes for the office.</summary>
    public override void Prefill(Edited edited, FormScope form, EditorContext context)
    {
        if (TreeOf(edited, context) is { Alias: "issuers" } tree && context.OwnIssuers is [var own] && tree.All.ContainsKey(own))
            form.Set(FormLists.Items, "", own);
    }

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) =>
        string.Join('\n', form.All(FormLists.Items).Select(term => LabelOf(TreeOf(edited, context), term, context)));

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context)
    {
        var tree = TreeOf(edited, context);
        return new TermSelection(frame)
        {
            View = "Taxonomy",
            IsSingle = edited.Settings.IsTrue(edited.Group, "Unique"),
            LeavesOnly = edited.Settings.IsTrue(edited.Group, "LeavesOnly"),
            Tree = tree,
            Chosen = [.. frame.Values.All(FormLists.Items).Distinct(StringComparer.Ordinal).Select(term => new EditorOption(term, LabelOf(tree, term, context)))],
        };
    }

    private static TaxonomyTree? TreeOf(Edited edited, EditorContext context) => TaxonomyOf(edited, []) is { } id ? context.Taxonomies.ById.GetValueOrDefault(id) : null;

    private static string? TaxonomyOf(Edited edited, JsonObject value) => edited.Settings.Text(edited.Group, "TaxonomyContentItemId") ?? value.Text("TaxonomyContentItemId");

    private static string LabelOf(TaxonomyTree? tree, string term, EditorContext context) =>
        tree?.All.GetValueOrDefault(term) is { } found ? string.Join(" / ", found.Lineage.Select(step => step.Label)) : term + context.Text("（分类中没有这一项）");
}

/// <summary>Terms to choose.</summary>
internal sealed record TermSelection : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public TermSelection(Editor frame) : base(frame)
    {
    }

    /// <summary>Whether one term at most can be chosen.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether only terms without others below them can be chosen.</summary>
    public bool LeavesOnly { get; init; }

    /// <summary>The taxonomy; null when the site does not have it.</summary>
    public TaxonomyTree? Tree { get; init; }

    /// <summary>The chosen terms in their order.</summary>
    public IReadOnlyList<EditorOption> Chosen { get; init; } = [];

    /// <summary>Whether a term can be chosen.</summary>
    public bool CanChoose(Term term) => !LeavesOnly || term.Children.Length == 0;

    /// <summary>Whether a term is chosen.</summary>
    public bool IsChosen(Term term) => Chosen.Any(option => option.Value == term.Id);

    /// <summary>Whether something below a term is chosen: its branch is open.</summary>
    public bool HoldsChosen(Term term) => term.Children.Any(child => IsChosen(child) || HoldsChosen(child));
}
