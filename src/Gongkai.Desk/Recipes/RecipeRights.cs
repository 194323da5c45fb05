using Gongkai.Content;

namespace Gongkai.Desk.Recipes;

/// <summary>What a recipe's steps ask for beside the right to import: nobody does by recipe what they may not do by hand.</summary>
/// <param name="permissions">The rules.</param>
public sealed class RecipeRights(IPermissions permissions)
{
    private static readonly Dictionary<string, string> Needed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Roles"] = Permissions.ManageRoles,
        ["settings"] = Permissions.ManageSettings,
        ["custom-settings"] = Permissions.ManageSettings,
        ["themes"] = Permissions.ManageSettings,
        ["Templates"] = Permissions.ManageSettings,
        ["UrlRewriting"] = Permissions.ManageSettings,
        ["Checks"] = Permissions.ManageSettings,
        ["CheckWords"] = Permissions.ManageSettings,
        ["Holidays"] = Permissions.ManageSettings,
        ["feature"] = Permissions.ManageSettings,
        ["CreateOrUpdateIndexProfile"] = Permissions.ManageSettings,
        ["lucene-index"] = Permissions.ManageSettings,
        ["ContentDefinition"] = Permissions.EditContentTypes,
        ["ReplaceContentDefinition"] = Permissions.EditContentTypes,
        ["DeleteContentDefinition"] = Permissions.EditContentTypes,
        ["Content"] = Permissions.PublishContent,
        ["media"] = Permissions.ManageMedia,
    };

    /// <summary>The steps, of some, that somebody may not run, each with what is missing.</summary>
    /// <param name="user">Who.</param>
    /// <param name="steps">The names of the steps, those of other recipes that it runs included.</param>
    public IReadOnlyList<(string Step, string Permission)> Missing(DeskUser user, IEnumerable<string> steps) =>
        [.. steps.Distinct(StringComparer.OrdinalIgnoreCase).Where(step => Needed.TryGetValue(step, out var permission) && !MayRun(user, step, permission)).Select(step => (step, Needed[step]))];

    // A recipe brings items of every office.
    private bool MayRun(DeskUser user, string step, string permission) =>
        permissions.IsAllowed(user, permission) && (step != "Content" || user.Issuers.Count == 0);
}
