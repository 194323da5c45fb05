using Gongkai.Content;
using Gongkai.Desk.Searching;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Search;

/// <summary>The synonyms and the editors' picks, line by line. Whatever is changed acts on the next query.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSearch)]
internal sealed class VocabularyModel(VocabularyEditing editing, PickTargets targets) : DeskPage
{
    /// <summary>Lines a page of the synonyms.</summary>
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>What the forms keep to say which state they were made of.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The form of a list: to add a line, or to change one.</summary>
    public VocabularyForm Synonym { get; private set; } = new(VocabularyList.Synonyms);

    public VocabularyForm Pick { get; private set; } = new(VocabularyList.Picks);

    /// <summary>The page's synonyms, each with the heading that it stands below.</summary>
    public IReadOnlyList<(string Heading, VocabularyLine Line)> Synonyms { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public IReadOnlyList<(VocabularyLine Line, IReadOnlyList<PickTarget> Targets)> Picks { get; private set; } = [];

    /// <summary>Shows the lists; a form is filled in for whoever came for one line.</summary>
    /// <param name="word">A query for which a synonym is wanted.</param>
    /// <param name="pick">A query for which something is to be picked.</param>
    /// <param name="list">The list of a line that is to be changed.</param>
    /// <param name="line">The line's number.</param>
    public async Task OnGetAsync(string? word, string? pick, string? list, int? line)
    {
        if (!string.IsNullOrWhiteSpace(word))
            Synonym = Synonym with { Left = word.Trim(), IsFirst = true };
        if (!string.IsNullOrWhiteSpace(pick))
            Pick = Pick with { Left = pick.Trim(), IsFirst = true };
        if (VocabularyList.Find(list) is { } of && line is { } number && editing.LinesOf(of).FirstOrDefault(one => one.Number == number && !one.IsHeading) is { } old)
            Show(new(of) { Number = number, Left = string.Join('、', old.Left), Right = string.Join('、', old.Right), IsFirst = true });
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostSaveAsync(string? seen, string? list, int? number, string? left, string? right)
    {
        if (VocabularyList.Find(list) is not { } of)
            return NotFound();
        var (before, after) = (VocabularyText.WordsOf(left ?? ""), VocabularyText.WordsOf(right ?? ""));
        var fault = of == VocabularyList.Picks ? VocabularyRules.OfPicks(before, after) : VocabularyRules.OfSynonyms(before, after);
        fault ??= number is null ? VocabularyRules.OfCount(editing.TextOf(of)) : null;
        if (fault is null && of == VocabularyList.Picks)
        {
            var found = await targets.FindAsync([.. after.Select(targets.Normalize)], HttpContext.RequestAborted);
            fault = PickTargets.FaultOf(found);
            after = [.. found.Select(target => target.Word)];
        }

        var text = fault is null ? null : L[fault.Text, fault.Values];
        if (fault is null && !await editing.ChangeAsync(of, seen, number, VocabularyText.Format(before, after), HttpContext.RequestAborted))
            text = L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"];
        if (text is null)
            return Done(L["已保存，下一次搜索就生效。"]);
        Show(new(of) { Number = number, Left = left ?? "", Right = right ?? "", IsFirst = true, Fault = text, FaultyField = fault?.Field });
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? seen, string? list, int? number)
    {
        if (VocabularyList.Find(list) is not { } of || number is null)
            return NotFound();
        if (await editing.ChangeAsync(of, seen, number, null, HttpContext.RequestAborted))
            return Done(L["已删去，下一次搜索就生效。"]);
        Tell(L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"], MessageKind.Bad);
        return RedirectToPage("/Search/Vocabulary", null, null);
    }

    private RedirectToPageResult Done(string message)
    {
        Tell(message);
        return RedirectToPage("/Search/Vocabulary", null, string.IsNullOrWhiteSpace(Words) ? null : new { q = Words });
    }

    private void Show(VocabularyForm form) => (Synonym, Pick) = form.List == VocabularyList.Synonyms ? (form, Pick) : (Synonym, form);

    private async Task LoadAsync()
    {
        Heading = L["同义词和编辑推荐"];
        Version = editing.Version;
        (Synonym, Pick) = (Synonym with { Version = Version, Words = Words }, Pick with { Version = Version, Words = Words });
        var (found, heading) = (new List<(string, VocabularyLine)>(), "");
        var wanted = ListText.Fold(Words?.Trim() ?? "");
        foreach (var line in editing.LinesOf(VocabularyList.Synonyms))
        {
            if (line.IsHeading)
                heading = line.Heading;
            else if (ListText.Fold(line.Text).Contains(wanted, StringComparison.Ordinal))
                found.Add((heading, line));
        }

        Total = found.Count;
        Number = Math.Clamp(Number, 1, Pages);
        Synonyms = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        var picks = editing.LinesOf(VocabularyList.Picks).Where(line => !line.IsHeading).ToList();
        var known = (await targets.FindAsync([.. picks.SelectMany(line => line.Right).Distinct(StringComparer.Ordinal)], HttpContext.RequestAborted)).ToDictionary(target => target.Target, StringComparer.Ordinal);
        Picks = [.. picks.Select(line => (line, (IReadOnlyList<PickTarget>)[.. line.Right.Select(target => known[target])]))];
    }
}

/// <summary>The form of a line.</summary>
/// <param name="List">Its list.</param>
internal sealed record VocabularyForm(VocabularyList List)
{
    /// <summary>The line that is changed; null to add one.</summary>
    public int? Number { get; init; }

    /// <summary>The left side as it is typed.</summary>
    public string Left { get; init; } = "";

    /// <summary>The right side as it is typed.</summary>
    public string Right { get; init; } = "";

    /// <summary>Whether it is what somebody came for: it has the focus.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>The side that is wrong, as <see cref="VocabularyFault.Field"/>.</summary>
    public string? FaultyField { get; init; }

    /// <summary>The version of the lists that it was made of.</summary>
    public string Version { get; init; } = "";

    /// <summary>The filter of the page that it stands on.</summary>
    public string? Words { get; init; }
}

/// <summary>What can be done with a line.</summary>
/// <param name="List">Its list.</param>
/// <param name="Line">The line.</param>
/// <param name="Version">The version of the lists.</param>
/// <param name="Words">The filter of the page.</param>
internal sealed record LineActions(VocabularyList List, VocabularyLine Line, string Version, string? Words);
