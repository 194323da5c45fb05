using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"TaxonomyContentItemId": "topics", "TermContentItemIds": ["topic-02"]}</c>: terms of the taxonomy that the settings name.</summary>
public sealed class TaxonomyField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "TaxonomyField";

    /// <inheritdoc/>
    public override string Editor => "taxonomy";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["TaxonomyContentItemId", "TermContentItemIds"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var terms = ReadTexts(value, "TermContentItemIds", scope);
        var given = ReadText(value, "TaxonomyContentItemId", scope);
        RequireWhenPublished(field, terms.Count == 0, scope);
        var taxonomy = field.Settings.Text(SettingsGroup, "TaxonomyContentItemId") ?? given;
        if (given is { Length: > 0 } && given != taxonomy)
            scope.At("TaxonomyContentItemId").Report($"“{Label(field)}”只能用分类“{taxonomy}”，不能用“{given}”。");
        if (field.Settings.IsTrue(SettingsGroup, "Unique") && terms.Count > 1)
            scope.At("TermContentItemIds").Report($"“{Label(field)}”只能选一项。");
        var leavesOnly = field.Settings.IsTrue(SettingsGroup, "LeavesOnly");
        for (var i = 0; i < terms.Count; i++)
        {
            if (taxonomy is null || !scope.TermExists(taxonomy, terms[i]))
                scope.At("TermContentItemIds").At(i).Report($"分类“{taxonomy}”中没有“{terms[i]}”这一项，请先在分类中添加，或改用已有的项。");
            else if (leavesOnly && scope.TermHasChildren(taxonomy, terms[i]))
                scope.At("TermContentItemIds").At(i).Report($"“{Label(field)}”只能选最下一级的项，“{terms[i]}”下面还有分项。");
        }
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        foreach (var (taxonomy, term) in TermsOf(field, value))
            scope.Term(taxonomy, term);
    }

    /// <summary>The terms of a value with their taxonomy, which the settings name, else the value itself.</summary>
    public static IEnumerable<(string TaxonomyId, string TermId)> TermsOf(ContentFieldDefinition field, JsonObject value) =>
        (field.Settings.Text("TaxonomyFieldSettings", "TaxonomyContentItemId") ?? value.Text("TaxonomyContentItemId")) is { } taxonomy
            ? value.Texts("TermContentItemIds").Select(term => (taxonomy, term)) : [];
}
