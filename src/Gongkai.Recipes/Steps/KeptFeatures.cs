using Gongkai.Content;

namespace Gongkai.Recipes.Steps;

/// <summary>Features of Orchard Core that bring content types which its recipes then use without defining them. Of these we know only the types: enough to keep their items.</summary>
internal static class KeptFeatures
{
    /// <summary>The menus.</summary>
    public static RecipeFeature Menu { get; } = new("OrchardCore.Menu", "菜单", () => new MemoryStream(MenuRecipe.ToArray()),
        "本站没有菜单。功能“OrchardCore.Menu”在这里只有内容类型 Menu：配方中的菜单原样保留，不显示。");

    private static ReadOnlySpan<byte> MenuRecipe => """
        {"name":"OrchardCore.Menu","steps":[{"name":"ContentDefinition","ContentTypes":[{"Name":"Menu","DisplayName":"菜单","Settings":{"ContentTypeSettings":{"Listable":true,"Draftable":true,"Versionable":true}},
        "ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"AliasPart","Name":"AliasPart","Settings":{}},
        {"PartName":"MenuPart","Name":"MenuPart","Settings":{}},{"PartName":"MenuItemsListPart","Name":"MenuItemsListPart","Settings":{}}]}],"ContentParts":[]}]}
        """u8;
}
