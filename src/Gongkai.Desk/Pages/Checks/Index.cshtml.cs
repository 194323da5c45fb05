using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Shell;
using Gongkai.Review.Checks;
using Gongkai.Review.Checks.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Desk.Pages.Checks;

/// <summary>Which checks hold a publication back, for all types and for one; the numbers that the office makes public itself.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSettings)]
internal sealed class IndexModel(CheckRulesSource rules, StoredDocument stored, IContentDefinitions definitions) : DeskPage
{
    private const int MostNumbers = 500;
    private const int LongestNumber = 40;

    public CheckSettings Settings => rules.Current.Settings;

    public string Version => stored.VersionOf(CheckSettings.Document);

    public string Fault { get; private set; } = "";

    /// <summary>The numbers as they were typed, when they could not be saved.</summary>
    public string? Typed { get; private set; }

    public IEnumerable<(string Type, string Title)> Types => definitions.Current.Types.Values
        .Where(type => type.Settings.IsTrue("ContentTypeSettings", "Creatable")).Select(type => (type.Name, type.DisplayName)).OrderBy(type => type.Name, StringComparer.Ordinal);

    public void OnGet() => Heading = L["发布前检查的设置"];

    public async Task<IActionResult> OnPostAsync(string? seen, string? numbers, bool imports)
    {
        Heading = L["发布前检查的设置"];
        var lines = (numbers ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostNumbers || Array.Find(lines, line => line.Length > LongestNumber || !line.Any(char.IsAsciiDigit)) is not null)
            return Refuse(L["号码每行一个，要有数字，最多 {0} 个。没有保存。", MostNumbers], numbers);
        var isSaved = await stored.ChangeAsync(CheckSettings.Document, seen, document =>
        {
            document["Severities"] = Severities("", ofType: false);
            var types = document.Child("Types")?.DeepClone().AsObject() ?? [];
            foreach (var (type, _) in Types)
                types[type] = Severities(type + ".", ofType: true);
            document["Types"] = types;

            document["AllowedNumbers"] = new JsonArray([.. lines.Select(line => JsonValue.Create(line))]);
            document["ImportsAreHeldBack"] = imports;
        }, HttpContext.RequestAborted);
        if (!isSaved)
            return Refuse(L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"], numbers);
        Tell(L["已保存，马上生效。"]);
        return RedirectToPage("/Checks/Index");
    }

    /// <summary>What was chosen: only what differs from what holds anyway is kept.</summary>
    private JsonObject Severities(string prefix, bool ofType)
    {
        var chosen = new JsonObject();
        foreach (var (check, usual) in CheckNames.Defaults)
        {
            var value = Request.Form[prefix + check].ToString();
            if (Enum.TryParse<CheckSeverity>(value, out var severity) && Enum.IsDefined(severity) && (ofType || severity != usual))
                chosen[check] = severity.ToString();
        }

        return chosen;
    }

    private PageResult Refuse(string fault, string? numbers)
    {
        (Fault, Typed) = (fault, numbers);
        return Page();
    }
}
