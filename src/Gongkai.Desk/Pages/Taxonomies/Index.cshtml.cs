using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Pages.Terms;

/// <summary>The taxonomies.</summary>
[RequirePermission(Permissions.ManageTaxonomies)]
internal sealed class IndexModel(IContentReader reader) : DeskPage
{
    public IReadOnlyList<(TaxonomyTree Tree, bool IsPublished)> Trees { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["分类"];
        var trees = new List<(TaxonomyTree Tree, bool IsPublished)>();
        await foreach (var item in reader.StreamAsync(["Taxonomy"], VersionOption.Latest, HttpContext.RequestAborted))
            trees.Add((new TaxonomyEditing(item).Tree, item.Published));
        Trees = [.. trees.OrderBy(one => one.Tree.Title, StringComparer.Ordinal)];
    }
}
