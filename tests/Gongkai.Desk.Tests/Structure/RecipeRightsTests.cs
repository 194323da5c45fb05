using Gongkai.Content;
using Gongkai.Desk.Recipes;

namespace Gongkai.Desk.Tests.Structure;

public sealed class RecipeRightsTests
{
    public static TheoryData<string[], string[], string[], string[]> Cases => new()
    {
        { ["Import"], [], ["Roles", "settings"], ["Roles", "settings"] },
        { ["Import", "ManageRoles"], [], ["roles", "Settings"], ["Settings"] },
        { ["PublishContent"], [], ["Content", "Content"], [] },
        { ["PublishContent"], ["office-1"], ["Content"], ["Content"] },
        { ["EditContentTypes"], [], ["ContentDefinition", "DeleteContentDefinition"], [] },
        { [], [], ["RebuildIndex"], [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nobody_does_by_recipe_what_they_may_not_do_by_hand(string[] granted, string[] issuers, string[] steps, string[] missing) =>
        Assert.Equal(missing, new RecipeRights(new Granted(granted)).Missing(new("a", "a", [], issuers), steps).Select(one => one.Step));

    private sealed class Granted(string[] permissions) : IPermissions
    {
        public bool IsAllowed(DeskUser user, string permission, ContentItem? item = null) => permissions.Contains(permission);

        public bool IsAllowed(DeskUser user, string permission, string contentType) => permissions.Contains(permission);
    }
}
