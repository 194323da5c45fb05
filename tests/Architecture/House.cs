using System.Reflection;
using System.Xml.Linq;

namespace Architecture;

/// <summary>The house of docs/architecture.md as a table, and the projects as they are.</summary>
internal static class House
{
    /// <summary>From top to bottom: a project may use the rows below its own; projects in one row are strangers.</summary>
    public static readonly string[][] Rows =
    [
        ["OrchardSite"],
        ["Gongkai.Theming", "Gongkai.Desk"],
        Modules,
        ["Gongkai.Web"],
        ["Gongkai.Search", "Gongkai.Storage", "Gongkai.Recipes", "Gongkai.Markup", "Gongkai.Documents"],
        ["Gongkai.Content"],
    ];

    /// <summary>The only rooms that a library's types may enter, by the beginning of its package and assembly names.</summary>
    public static readonly Dictionary<string, string> LibraryOwners = new(StringComparer.Ordinal)
    {
        ["Microsoft.EntityFrameworkCore"] = "Gongkai.Storage",
        ["Microsoft.Data.Sqlite"] = "Gongkai.Storage",
        ["Npgsql"] = "Gongkai.Storage",
        ["Lucene.Net"] = "Gongkai.Search",
        ["ICU4N"] = "Gongkai.Search",
        ["Fluid"] = "Gongkai.Theming",
        ["Markdig"] = "Gongkai.Markup",
        ["HtmlSanitizer"] = "Gongkai.Markup",
        ["AngleSharp"] = "Gongkai.Markup",
        ["DocumentFormat.OpenXml"] = "Gongkai.Documents",
        ["UglyToad"] = "Gongkai.Documents",
        ["PdfPig"] = "Gongkai.Documents",
        ["SkiaSharp"] = "Gongkai.Documents",
        ["Jint"] = "Gongkai.Recipes",
        ["DiffPlex"] = "Gongkai.Content",
        ["MailKit"] = "OrchardSite",
        ["MimeKit"] = "OrchardSite",
        ["Acornima"] = "Gongkai.Recipes",
    };

    public static string[] Modules => ["Gongkai.Catalogue", "Gongkai.Interpretations", "Gongkai.PolicyQuestions", "Gongkai.SearchPages", "Gongkai.Syndication", "Gongkai.Review", "Gongkai.Subscriptions", "Gongkai.Feedback"];

    /// <summary>Modules of a home that keeps the content itself: what they need of it (steps of review beside the versions), no other home has.</summary>
    public static string[] ModulesOfOurHome => ["Gongkai.Review"];

    /// <summary>The other home: outside the solution, since it needs Orchard Core's packages.</summary>
    public static string[] OrchardCoreProjects => ["Gongkai.OrchardCore", "OrchardSite.OrchardCore"];

    public static string[] Projects => [.. Rows.SelectMany(row => row)];

    public static string Root { get; } = FindRoot();

    /// <summary>The desk renders the commands and report models of one module (docs/decisions/0021-the-desk-sees-review.md).</summary>
    public static bool MayUse(string project, string other) =>
        Modules.Contains(project) ? other is "Gongkai.Web" or "Gongkai.Content"
        : project == "Gongkai.Desk" ? other is "Gongkai.Web" or "Gongkai.Content" or "Gongkai.Review"
        : RowOf(project) < RowOf(other);

    public static bool BelongsToAnother(string library, string project) =>
        LibraryOwners.Any(owned => library.StartsWith(owned.Key, StringComparison.Ordinal) && owned.Value != project);

    public static Assembly Load(string project) => Assembly.Load(project);

    public static XDocument ProjectFile(string project) => XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));

    private static int RowOf(string project) => Array.FindIndex(Rows, row => row.Contains(project));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrchardSite.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("OrchardSite.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
