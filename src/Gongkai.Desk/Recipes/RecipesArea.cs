using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Recipes;

/// <summary>Recipes, exports and definitions in the left column.</summary>
internal sealed class RecipesArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) =>
    [
        new(DeskGroup.Structure, 20, "/Taxonomies/Index", "分类", Permissions.ManageTaxonomies),
        new(DeskGroup.Structure, 30, "/ContentTypes/Index", "内容类型", Permissions.ViewContentTypes),
        new(DeskGroup.Structure, 40, "/Recipes/Index", "配方", Permissions.Import),
        new(DeskGroup.Structure, 50, "/Export/Index", "导出", Permissions.Export),
    ];
}
