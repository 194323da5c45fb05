namespace EndToEnd;

/// <summary>Every type of public page and its states: full, filtered, empty, long, broken.</summary>
internal static class PublicPages
{
    /// <summary>Addresses on the sample site and the status they answer with.</summary>
    public static readonly (string Address, int Status)[] OfSample =
    [
        ("/", 200), ("/catalogue", 200), ("/catalogue/topics/综合政务?year=2025&validity=现行有效", 200), ("/catalogue/topics/综合政务?q=没有这样的", 200), ("/catalogue/topics/国防", 200),
        ("/catalogue/issuers?genre=genre-05", 200), ("/catalogue/issuers/甲市人民政府/甲市教育局", 200), ("/catalogue/standards", 200), ("/catalogue/standards/食品药品监管", 200), ("/standards/sample-standard-12", 200),
        ("/entries/000000109-2026-00001", 200), ("/entries/000000106-2025-00001", 200), ("/entries/000000102-2023-00001", 200), ("/entries/000000113-2024-00001", 200), ("/entries/014319626-2022-00001", 200),
        ("/interpretations", 200), ("/interpretations/2025", 200), ("/interpretations/2025/sample-interpretation-01", 200), ("/questions", 200), ("/glossary", 200), ("/questions/2026", 200), ("/questions/2026/3", 200),
        ("/search", 200), ("/search?q=政府信息公开", 200), ("/search?q=加装电悌", 200), ("/search?q=没有这样的词句", 200), ("/search?q=" + LongQuery, 200), ("/search?q=a&since=x", 200), ("/search?q=\"&page=9999", 404),
        ("/guide", 200), ("/rules", 200), ("/api", 200), ("/nowhere", 404), ("/entries/000000000-1999-00001", 404),
    ];

    /// <summary>Addresses on the site of <c>Recipes/page-states.recipe.json</c>.</summary>
    public static readonly (string Address, int Status)[] OfStates =
        [("/", 200), ("/interpretations", 200), ("/questions", 200), ("/search", 200), ("/catalogue/standards", 200), ("/entries/every-state", 200), ("/entries/bare", 200), ("/organizations/education", 200), ("/organizations/new", 200), ("/withdrawn", 410), ("/broken", 500)];

    private const string LongQuery = "城镇老旧小区改造既有住宅加装电梯公共停车设施建设统筹推进工作的若干意见城镇老旧小区改造既有住宅加装电梯公共停车设施建设统筹推进工作的若干意见城镇老旧小区改造既有住宅加装电梯公共停车设施建设统筹推进工作的若干意见";

    /// <summary>What axe, the console and the width of each page complain of, as readers see it in any way of reading.</summary>
    public static async Task<List<string>> WalkAsync(Window window, IEnumerable<(string Address, int Status)> pages)
    {
        var findings = new List<string>();
        foreach (var (address, status) in pages)
        {
            await window.GoToAsync(address, status);
            findings.AddRange(await window.LookAsync(address, Look.OfReaders));
        }

        return [.. findings, .. window.Complaints];
    }
}
