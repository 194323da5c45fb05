namespace Gongkai.Desk.Tests.Doors;

/// <summary>Recipes, exports, content types, taxonomies.</summary>
public sealed class StructureDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Recipes/Index GET", "/admin/recipes", Who.Administrators),
        new("/Recipes/Index POST Upload", "/admin/recipes?handler=Upload", Who.Administrators),
        new("/Recipes/Index POST Choose", "/admin/recipes?handler=Choose", Who.Administrators, ("name", "nothing")),
        new("/Recipes/Run GET", "/admin/recipes/run/nothing", Who.Administrators),
        new("/Recipes/Run GET State", "/admin/recipes/run/nothing?handler=State", Who.Administrators),
        new("/Recipes/Run POST Check", "/admin/recipes/run/nothing?handler=Check", Who.Administrators),
        new("/Recipes/Run POST Run", "/admin/recipes/run/nothing?handler=Run", Who.Administrators),
        new("/Export/Index GET", "/admin/export", Who.Administrators),
        new("/Export/Index POST", "/admin/export", Who.Administrators, ("what", "items")),
        new("/ContentTypes/Index GET", "/admin/content-types", Who.Administrators),
        new("/ContentTypes/Type GET", "/admin/content-types/type/nothing", Who.Administrators),
        new("/ContentTypes/Type POST Change", "/admin/content-types/type/nothing?handler=Change", Who.Administrators),
        new("/ContentTypes/Type POST AddPart", "/admin/content-types/type/nothing?handler=AddPart", Who.Administrators),
        new("/ContentTypes/Type POST RemovePart", "/admin/content-types/type/nothing?handler=RemovePart", Who.Administrators),
        new("/ContentTypes/Type POST Delete", "/admin/content-types/type/nothing?handler=Delete", Who.Administrators),
        new("/ContentTypes/Type POST Move", "/admin/content-types/type/nothing?handler=Move", Who.Administrators),
        new("/ContentTypes/Type POST Recipe", "/admin/content-types/type/nothing?handler=Recipe", Who.Administrators),
        new("/ContentTypes/New GET", "/admin/content-types/new", Who.Administrators),
        new("/ContentTypes/New POST", "/admin/content-types/new", Who.Administrators),
        new("/ContentTypes/Field GET", "/admin/content-types/field/nothing?part=nothing", Who.Administrators),
        new("/ContentTypes/Field POST", "/admin/content-types/field/nothing?part=nothing", Who.Administrators),
        new("/ContentTypes/Field POST Remove", "/admin/content-types/field/nothing?part=nothing&field=nothing&handler=Remove", Who.Administrators),
        new("/ContentTypes/Change GET", "/admin/content-types/change", Who.Administrators),
        new("/ContentTypes/Change POST Save", "/admin/content-types/change?handler=Save", Who.Administrators),
        new("/ContentTypes/Change POST Recipe", "/admin/content-types/change?handler=Recipe", Who.Administrators),
        new("/Taxonomies/Index GET", "/admin/taxonomies", Who.Administrators),
        new("/Taxonomies/Tree GET", "/admin/taxonomies/tree/nothing", Who.Administrators),
        new("/Taxonomies/Tree POST Move", "/admin/taxonomies/tree/nothing?handler=Move", Who.Administrators),
        new("/Taxonomies/Term GET", "/admin/taxonomies/term/nothing", Who.Administrators),
        new("/Taxonomies/Term POST", "/admin/taxonomies/term/nothing", Who.Administrators),
        new("/Taxonomies/Term POST Remove", "/admin/taxonomies/term/nothing/nothing?handler=Remove", Who.Administrators),
    ];
}
