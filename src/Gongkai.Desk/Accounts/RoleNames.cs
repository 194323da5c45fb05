using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Accounts;

/// <summary>What people call the roles: the set-up's by translation, others by what their recipe says.</summary>
internal sealed class RoleNames(ISettings settings, DeskTexts texts)
{
    /// <summary>Roles that everybody has or nobody has: they are given to no account.</summary>
    public static readonly string[] Implicit = ["Anonymous", "Authenticated"];

    /// <summary>The roles that an account can have, by name.</summary>
    public IReadOnlyList<string> Assignable => [.. settings.Get(SettingsNames.Roles).Select(role => role.Key).Except(Implicit, StringComparer.OrdinalIgnoreCase)];

    public string NameOf(string role) => role.ToUpperInvariant() switch
    {
        "ADMINISTRATOR" => texts["管理员"],
        "EDITOR" => texts["编辑"],
        "REVIEWER" => texts["审核员"],
        "PUBLISHER" => texts["发布员"],
        "AUDITOR" => texts["检查员"],
        "AUTHENTICATED" => texts["已登录用户"],
        "ANONYMOUS" => texts["公众"],
        _ => role,
    };

    public string DescriptionOf(string role) => settings.Get(SettingsNames.Roles).Child(role)?.Text("Description") ?? "";

    /// <summary>The description without the name before it, where the name stands already.</summary>
    public string ExplanationOf(string role) => DescriptionOf(role) is var text && text.StartsWith(NameOf(role) + "：", StringComparison.Ordinal) ? text[(NameOf(role).Length + 1)..] : text;

    public string TextOf(IEnumerable<string> roles) => string.Join('、', roles.Select(NameOf));
}
