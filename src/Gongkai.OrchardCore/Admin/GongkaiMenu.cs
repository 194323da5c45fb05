using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Gongkai.OrchardCore.Admin;

/// <summary>The desk page in the admin's menu.</summary>
internal sealed class GongkaiMenu(IStringLocalizer<GongkaiMenu> text) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(text["政府信息公开"], "4", menu => menu
            .Action("Index", "Desk", "Gongkai.OrchardCore")
            .Permission(GongkaiPermissions.ManageGongkai)
            .AddClass("gongkai")
            .Id("gongkai")
            .LocalNav());
        return ValueTask.CompletedTask;
    }
}
