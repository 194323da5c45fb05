using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;
using Gongkai.Review.Upkeep.Freshness;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Upkeep;

/// <summary>After how long documents of each type are to be looked at, and columns are to have something new.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSettings)]
internal sealed class SettingsModel(OverdueWork overdue, StoredDocument stored, IContentDefinitions definitions) : DeskPage
{
    private const string TypesKey = "Types";

    public string Fault { get; private set; } = "";

    public string Version => stored.VersionOf(FreshnessSettings.Document);

    /// <summary>The types that have lists, with the period of each in words.</summary>
    public IReadOnlyList<(string Type, string Label, string Words)> Types { get; private set; } = [];

    public string Columns { get; private set; } = "";

    public void OnGet()
    {
        var settings = overdue.Settings;
        Show(type => settings.Types.TryGetValue(type, out var period) ? ColumnLines.WordsOf(period) : "", ColumnLines.Format(settings.Columns.Where(column => definitions.Current.Types.ContainsKey(column.ContentType))));
    }

    public async Task<IActionResult> OnPostAsync(string? seen, string? columns)
    {
        Show(type => Request.Form[type].ToString().Trim(), columns ?? "");
        var read = ColumnLines.Parse(Columns, definitions.Current.Types.ContainsKey, out var fault);
        if (fault is not null)
            return Refuse(L.Of(fault));
        if (Types.FirstOrDefault(type => type.Words.Length > 0 && ColumnLines.PeriodOf(type.Words) is null) is { Type: not null } wrong)
            return Refuse(L["“{0}”的期限应写作“14天”“6个月”或“1个月15天”，最多 600。没有保存。", wrong.Label]);
        var isSaved = await stored.ChangeAsync(FreshnessSettings.Document, seen, document =>
        {
            var types = document.Child(TypesKey)?.DeepClone().AsObject() ?? [];
            foreach (var (type, _, words) in Types)
                types[type] = ColumnLines.PeriodOf(words) is { } period ? new JsonObject { ["Months"] = period.Months, ["Days"] = period.Days } : new JsonObject { ["Off"] = true };
            document[TypesKey] = types;
            document["Columns"] = new JsonArray([.. read.Select(ColumnLines.Write)]);
        }, HttpContext.RequestAborted);
        if (!isSaved)
            return Refuse(L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"]);
        Tell(L["已保存，马上生效。"]);
        return RedirectToPage("/Upkeep/Settings");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(string fault)
    {
        Fault = fault;
        return Page();
    }

    private void Show(Func<string, string> wordsOf, string columns)
    {
        Heading = L["内容维护：设定期限"];
        Types = [.. definitions.Current.Types.Values.Where(type => ListAccess.IsListable(type, definitions.Current)).Select(type => (type.Name, ListAccess.LabelOf(type), wordsOf(type.Name))).OrderBy(type => type.Name, StringComparer.Ordinal)];
        Columns = columns;
    }
}
