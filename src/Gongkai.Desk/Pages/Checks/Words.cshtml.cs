using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Shell;
using Gongkai.Review.Checks.Running;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Checks;

/// <summary>The site's words: what is written wrong, with what to write, and what must be looked at. A line each, also pasted from a table.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSettings)]
internal sealed class WordsModel(CheckRulesSource rules, StoredDocument stored) : DeskPage
{
    public string Words { get; private set; } = "";

    public int Count { get; private set; }

    public string Fault { get; private set; } = "";

    public string Version => stored.VersionOf(CheckRulesSource.WordsDocument);

    public void OnGet() => Show(WordList.Format(rules.Current.Words.All), "");

    public async Task<IActionResult> OnPostAsync(string? seen, string? words)
    {
        var read = WordList.Parse(words ?? "", out var fault);
        if (fault is not null)
        {
            Show(words ?? "", L.Of(fault));
            return Page();
        }

        var isSaved = await stored.ChangeAsync(CheckRulesSource.WordsDocument, seen, document => document["Words"] = WordList.Write(read)["Words"]!.DeepClone(), HttpContext.RequestAborted);
        if (!isSaved)
        {
            Show(words ?? "", L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"]);
            return Page();
        }

        Tell(L["已保存 {0} 个词，马上生效。", read.Count]);
        return RedirectToPage("/Checks/Words");
    }

    private void Show(string words, string fault)
    {
        (Heading, Words, Fault) = (L["用词表"], words, fault);
        Count = rules.Current.Words.All.Count;
    }
}
