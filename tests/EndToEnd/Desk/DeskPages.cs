namespace EndToEnd.Desk;

/// <summary>A page of the desk at an address at which an administrator sees it; braces name what has to be made first.</summary>
/// <param name="Name">The page's name, as <c>/Users/Edit</c>.</param>
/// <param name="Address">An address; null for a page that shows nothing by itself.</param>
/// <param name="Status">How it answers.</param>
internal sealed record DeskPageRow(string Name, string? Address, int Status = 200);

/// <summary>All pages of the desk: tests/Gongkai.Desk.Tests holds them against the program's own list.</summary>
internal static class DeskPages
{
    /// <summary>The pages, some at more than one address.</summary>
    public static IReadOnlyList<DeskPageRow> Rows { get; } =
    [
        new("/Index", "/admin"), new("/SignIn", "/admin/sign-in"), new("/SignInCode", "/admin/sign-in-code"), new("/Problem", "/admin/problem", 404),
        new("/Account/Index", "/admin/account"), new("/Account/Password", "/admin/account/password"), new("/Account/TwoFactor", "/admin/account/two-factor"),
        new("/Users/Index", "/admin/users"), new("/Users/Index", "/admin/users?q=nobody"), new("/Users/Add", "/admin/users/add"), new("/Users/Edit", "/admin/users/edit/admin"),
        new("/Roles/Index", "/admin/roles"), new("/Roles/Edit", "/admin/roles/edit/Editor"),
        new("/Content/Index", "/admin/content"), new("/Content/Index", "/admin/content/DisclosureEntry"), new("/Content/Index", "/admin/content/DisclosureEntry?q=nothing"),
        new("/Content/Create", "/admin/content/create"), new("/Content/Edit", "/admin/content/edit/{item}"), new("/Content/Edit", "/admin/content/edit/sample-entry-13"),
        new("/Content/Conflict", "/admin/content/conflict/{item}"), new("/Content/History", "/admin/content/history/{item}"), new("/Content/History", "/admin/content/history/sample-entry-13"),
        new("/Content/Compare", "{compare}"), new("/Content/Withdraw", "/admin/content/withdraw/sample-entry-13"),
        new("/Content/Checks", "/admin/content/checks/{item}"), new("/Checks/Index", "/admin/checks"), new("/Checks/Words", "/admin/checks/words"), new("/Checks/Holidays", "/admin/checks/holidays?year=2026"), new("/Checks/Plain", "/admin/checks/plain"),
        new("/Content/Jobs", "/admin/content/jobs"), new("/Content/Job", "{job}"),
        new("/Media/Index", "/admin/media"), new("/Media/Index", "/admin/media?q=nothing"), new("/Media/File", "/admin/media/file?path={file}"), new("/Media/Pick", "/admin/media/pick"),
        new("/Documents/Import", "/admin/documents/import"),
        new("/Recipes/Index", "/admin/recipes"), new("/Recipes/Run", "{run}"), new("/Export/Index", "/admin/export"),
        new("/ContentTypes/Index", "/admin/content-types"), new("/ContentTypes/New", "/admin/content-types/new"), new("/ContentTypes/Type", "/admin/content-types/type/DisclosureEntry"),
        new("/ContentTypes/Field", "/admin/content-types/field/DisclosureEntry?part=DisclosureEntry&field=Abstract"),
        new("/Taxonomies/Index", "/admin/taxonomies"), new("/Taxonomies/Tree", "/admin/taxonomies/tree/topics"), new("/Taxonomies/Term", "{term}"), new("/Taxonomies/Term", "/admin/taxonomies/term/topics"),
        new("/Review/Index", "/admin/review"), new("/Review/Index", "/admin/review?list=overdue"), new("/Review/Item", "/admin/review/item/{item}", 404), new("/Review/Deputies", "/admin/review/deputies"), new("/Review/Graphs", "/admin/review/graphs"),
        new("/Search/Index", "/admin/search"), new("/Search/Index", "/admin/search?from=never"), new("/Search/Vocabulary", "/admin/search/vocabulary?word=公鸡金"), new("/Search/Vocabulary", "/admin/search/vocabulary?q=nothing"),
        new("/Figures/Index", "/admin/figures"), new("/Figures/Index", "/admin/figures?year=later"), new("/Figures/Items", "/admin/figures/items?table=columns&row=*&column=*"),
        new("/Audit/Index", "/admin/audit"), new("/Audit/Index", "/admin/audit?item={item}"), new("/Audit/Index", "/admin/audit?from=never"),
        new("/Feedback/Index", "/admin/feedback"), new("/Feedback/Index", "/admin/feedback?state=done"), new("/Feedback/Report", "{report}"), new("/Feedback/Useful", "/admin/feedback/useful"),
        new("/Subscriptions/Index", "/admin/subscriptions"),
        new("/Upkeep/Index", "/admin/upkeep?who=all"), new("/Upkeep/Columns", "/admin/upkeep/columns"), new("/Upkeep/Links", "/admin/upkeep/links?who=all"), new("/Upkeep/Quotes", "/admin/upkeep/quotes?who=all"), new("/Upkeep/Site", "/admin/upkeep/site"), new("/Upkeep/Settings", "/admin/upkeep/settings"),
        // What they show comes of a form: the first two are seen on the way to a job and to a changed type, the others lead elsewhere.
        new("/Content/Bulk", null), new("/ContentTypes/Change", null), new("/Content/Copy", null), new("/Language", null), new("/SignOut", null),
        // Nowhere without an identity provider.
        new("/SignInWith", null),
    ];
}
