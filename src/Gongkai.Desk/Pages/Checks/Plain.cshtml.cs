using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Shell;
using Gongkai.Review.Plain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Desk.Pages.Checks;

/// <summary>By what the hints for plain words go.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSettings)]
internal sealed class PlainModel(PlainLanguageSource plain, StoredDocument stored) : DeskPage
{
    public bool IsShown { get; private set; }

    public string Longest { get; private set; } = "";

    public string Terms { get; private set; } = "";

    public string Fault { get; private set; } = "";

    public string Version => stored.VersionOf(PlainSettings.Document);

    public void OnGet()
    {
        var settings = plain.Settings;
        Show(!settings.IsOff, settings.LongestSentence.ToString(CultureInfo.InvariantCulture), string.Join('\n', settings.Terms), "");
    }

    public async Task<IActionResult> OnPostAsync(string? seen, bool shown, string? longest, string? terms)
    {
        string[] lines = [.. (terms ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (!int.TryParse(longest, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is < PlainSettings.FewestCharacters or > PlainSettings.MostCharacters)
            return Refuse(L["一句话的字数应是 {0} 到 {1} 的整数。没有保存。", PlainSettings.FewestCharacters, PlainSettings.MostCharacters]);
        if (lines.Length > PlainSettings.MostTerms || Array.Exists(lines, line => line.Length is < 2 or > PlainSettings.LongestTerm || !StorableText.IsStorable(line)))
            return Refuse(L["用语每行一个，2 到 {0} 个字，最多 {1} 个。没有保存。", PlainSettings.LongestTerm, PlainSettings.MostTerms]);
        var isSaved = await stored.ChangeAsync(PlainSettings.Document, seen, document =>
        {
            document["LongestSentence"] = length;
            document["Terms"] = new JsonArray([.. lines.Select(line => JsonValue.Create(line))]);
            document["IsOff"] = !shown;
        }, HttpContext.RequestAborted);
        if (!isSaved)
            return Refuse(L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"]);
        Tell(L["已保存，马上生效。"]);
        return RedirectToPage("/Checks/Plain");

        PageResult Refuse(string fault)
        {
            Show(shown, longest ?? "", terms ?? "", fault);
            return Page();
        }
    }

    private void Show(bool isShown, string longest, string terms, string fault) =>
        (Heading, IsShown, Longest, Terms, Fault) = (L["表述提示"], isShown, longest, terms, fault);
}
