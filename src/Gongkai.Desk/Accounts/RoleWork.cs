using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Accounts;

/// <summary>Changes what roles may do, by the rules: nobody gives or takes what they have not, nobody shuts themselves out, and the public gets nothing of the desk.</summary>
internal sealed class RoleWork(ISettingsStore settings, IPermissions permissions, IContentDefinitions definitions, DeskTexts texts)
{
    private const int LongestDescription = 200;
    private const int MaximumLength = 64;

    /// <summary>The permissions for one type that a role can be given.</summary>
    public static IReadOnlyList<string> OfType(string contentType) => [.. Permissions.OfContent.Select(permission => Permissions.ForType(permission, contentType))];

    /// <summary>All permissions that a role can be given, those for single types too.</summary>
    public IReadOnlyList<string> Known => [.. Permissions.All, .. definitions.Current.Types.Keys.SelectMany(OfType)];

    /// <summary>A role as it is stored; null when there is none.</summary>
    public JsonObject? Find(string role) => settings.Get(SettingsNames.Roles).Child(role);

    /// <summary>Says whether a role is still what somebody saw.</summary>
    public static string VersionOf(JsonObject role) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(role.ToJsonString())))[..16];

    /// <summary>Makes a role that may do nothing yet; what is wrong, in words, or nothing.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(string name, string description, CancellationToken cancellationToken)
    {
        var roles = settings.Get(SettingsNames.Roles);
        if (name.Length is 0 or > MaximumLength || name.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_')))
            return [texts["角色的名称不能用：最多 {0} 个汉字、字母、数字或 - _。", MaximumLength]];
        if (roles.Any(role => string.Equals(role.Key, name, StringComparison.OrdinalIgnoreCase)))
            return [texts["已经有角色“{0}”。", name]];
        roles[name] = new JsonObject { ["Name"] = name, ["Description"] = Shortened(description), ["Permissions"] = new JsonArray() };
        await settings.SaveAsync(SettingsNames.Roles, roles, cancellationToken);
        return [];
    }

    /// <summary>Stores what a role may do; what is wrong, in words, or nothing. Permissions of Orchard Core that this site does not know stay as they are.</summary>
    public async Task<IReadOnlyList<string>> ChangeAsync(DeskUser actor, string name, string version, string description, IReadOnlyCollection<string> chosen, CancellationToken cancellationToken)
    {
        var roles = settings.Get(SettingsNames.Roles);
        if (roles.Child(name) is not { } role)
            return [texts["没有角色“{0}”。", ShortText.Of(name)]];
        if (VersionOf(role) != version)
            return [texts["这个角色刚刚被别人改过，请重新打开后再改。"]];
        var known = Known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var had = role.Texts("Permissions");
        if (FaultOf(actor, name, [.. had.Where(known.Contains)], [.. chosen], known) is { } fault)
            return [fault];
        role["Description"] = Shortened(description);
        role["Permissions"] = new JsonArray([.. had.Where(permission => !known.Contains(permission) || chosen.Contains(permission))
            .Union(chosen, StringComparer.OrdinalIgnoreCase).Select(permission => JsonValue.Create(permission))]);
        await settings.SaveAsync(SettingsNames.Roles, roles, cancellationToken);
        return [];
    }

    private string? FaultOf(DeskUser actor, string role, IReadOnlyList<string> had, IReadOnlyList<string> chosen, HashSet<string> known)
    {
        if (chosen.FirstOrDefault(permission => !known.Contains(permission)) is { } unknown)
            return texts["没有权限“{0}”。", ShortText.Of(unknown)];
        if (RoleNames.Implicit.Contains(role, StringComparer.OrdinalIgnoreCase) && chosen.Any(permission => !IsForEverybody(permission)))
            return texts["这个角色人人都有，只能给它查看内容的权限。"];
        var changed = had.Except(chosen, StringComparer.OrdinalIgnoreCase).Union(chosen.Except(had, StringComparer.OrdinalIgnoreCase)).ToList();
        if (changed.FirstOrDefault(permission => !permissions.IsAllowed(actor, permission)) is { } above)
            return texts["您没有“{0}”这项权限，不能把它给人，也不能收回。", above];
        return had.Contains(Permissions.SiteOwner) && !chosen.Contains(Permissions.SiteOwner) && actor.Roles.Contains(role, StringComparer.OrdinalIgnoreCase)
            ? texts["不能收回自己角色的全站权限，请另一位管理员来改。"]
            : null;
    }

    private static bool IsForEverybody(string permission) => permission == Permissions.ViewContent || permission.StartsWith("View_", StringComparison.Ordinal);

    private static string Shortened(string description) => description.Trim() is var text && text.Length > LongestDescription ? text[..LongestDescription] : text;
}
