using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Texts;
using Gongkai.Review.Checks;

namespace Gongkai.Desk.Checking;

/// <summary>Where findings are in the form of their item.</summary>
/// <param name="contexts">What the form needs to know.</param>
/// <param name="texts">The desk's texts.</param>
internal sealed class FindingPlaces(EditorContexts contexts, DeskTexts texts)
{
    /// <summary>Of each finding the id of its editor in the edit page; null where no editor holds it.</summary>
    public async Task<Func<Finding, string?>> InFormAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var context = await contexts.OfAsync(new(item, item.ContentItemVersionId, item, item.Published ? item : null), null, null, cancellationToken);
        var editors = ItemForm.Describe(item, ItemForm.Read(item, context), context).All.OrderByDescending(editor => editor.Path.Length).ToList();
        return finding => editors.Find(editor => FormErrors.Holds(editor.Path, finding.Place.Path))?.Id;
    }

    /// <summary>A place in words.</summary>
    public string Words(FindingPlace place, bool isAboutFile) => (place, isAboutFile) switch
    {
        ({ File.Length: > 0 }, false) => texts["附件“{0}”第 {1} 段", NameOf(place.File), place.Line],
        ({ File.Length: > 0 }, true) => texts.Of(place.Label),
        ({ Line: > 0, Label.IsNothing: false }, _) => texts["{0}第 {1} 行", place.Label, place.Line],
        _ => texts.Of(place.Label),
    };

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
