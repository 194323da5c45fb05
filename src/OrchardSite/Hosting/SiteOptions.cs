using Gongkai.Content;
using Gongkai.Search.Log;
using Gongkai.Storage;
using OrchardSite.StaticCopy;

namespace OrchardSite.Hosting;

/// <summary>The site's configuration: the sections of <c>appsettings.json</c>, with what the command line puts over them.</summary>
internal sealed class SiteOptions
{
    // Three years, a leap year among them.
    private const int DefaultAuditDays = 1096;

    /// <summary>The data folder, as a full path.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The database's engine, <c>Database:Provider</c>.</summary>
    public required DatabaseProvider Provider { get; init; }

    /// <summary>The database's connection string, <c>ConnectionStrings:Gongkai</c>; null when there is none. It may hold a password.</summary>
    public required string? ConnectionString { get; init; }

    /// <summary>The section <c>Site</c>.</summary>
    public required SiteSection Site { get; init; }

    /// <summary>The recipe that an empty site is set up with, as a full path.</summary>
    public required string SetUpRecipe { get; init; }

    /// <summary>The recipe of the sample content, as a full path.</summary>
    public required string SampleRecipe { get; init; }

    /// <summary>Whether an empty site gets the sample content.</summary>
    public required bool WithSample { get; init; }

    /// <summary>The folder of the themes, as a full path.</summary>
    public required string ThemesFolder { get; init; }

    /// <summary>How much memory cached pages may take, in bytes; 0 for none.</summary>
    public required long CacheBytes { get; init; }

    /// <summary>The hour, in the site's time zone, at which the index is checked.</summary>
    public required int CheckHour { get; init; }

    /// <summary>How many days the log of searches keeps; 0 keeps all.</summary>
    public required int SearchLogDays { get; init; }

    /// <summary>How many days reports that were dealt with, and counts of how useful pages are, are kept.</summary>
    public required int FeedbackDays { get; init; }

    /// <summary>The desk's address, <c>Desk:Path</c>.</summary>
    public required string DeskPath { get; init; }

    /// <summary>How many days the audit trail keeps its rows; not less than six months.</summary>
    public required int AuditDays { get; init; }

    /// <summary>The time zone that <c>Site:TimeZone</c> names.</summary>
    public TimeZoneInfo TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(Site.TimeZone, out var zone)
        ? zone
        : throw new SiteException($"appsettings.json 中的 Site:TimeZone“{Site.TimeZone}”不是已知的时区，应写作 Asia/Shanghai 这样的名称。");

    /// <summary>Reads the configuration. Relative paths are relative to <c>appsettings.json</c>.</summary>
    public static SiteOptions Read(IConfiguration configuration, IHostEnvironment environment, SiteArguments arguments)
    {
        string Path(string key, string otherwise) => System.IO.Path.GetFullPath(configuration[key] ?? otherwise, environment.ContentRootPath);
        return new()
        {
            DataFolder = arguments.DataFolder is { } given ? System.IO.Path.GetFullPath(given) : Path("DataFolder", "data"),
            Provider = ReadProvider(configuration["Database:Provider"]),
            ConnectionString = configuration.GetConnectionString("Gongkai") is { Length: > 0 } connection ? connection : null,
            Site = configuration.GetSection("Site").Get<SiteSection>() ?? new(),
            SetUpRecipe = Path("SetUp:Recipe", "recipes/gongkai.recipe.json"),
            SampleRecipe = Path("SetUp:SampleRecipe", "recipes/sample-city.recipe.json"),
            WithSample = arguments.WithSample ?? environment.IsDevelopment(),
            ThemesFolder = System.IO.Path.Combine(environment.ContentRootPath, "themes"),
            CacheBytes = Number(configuration, "Cache:MaximumSize", 64, 0, 1024 * 1024) * 1024L * 1024,
            CheckHour = Number(configuration, "Index:CheckHour", 3, 0, 23),
            AuditDays = Number(configuration, "Audit:Days", DefaultAuditDays, IAuditRetention.LeastDays, 100_000),
            SearchLogDays = Number(configuration, "SearchLog:Days", SearchLogOptions.DefaultDays, 0, 100_000),
            FeedbackDays = Number(configuration, "Feedback:Days", 400, 30, 100_000),
            DeskPath = DeskSection.ReadPath(configuration),
        };
    }

    /// <summary>A whole number of the configuration.</summary>
    /// <exception cref="SiteException">It is none, or out of its bounds.</exception>
    public static int Number(IConfiguration configuration, string key, int otherwise, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SiteException($"appsettings.json 中的 {key}“{text}”不对，应为 {least} 至 {most} 的整数。");
    }

    private static DatabaseProvider ReadProvider(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return DatabaseProvider.Sqlite;
        return Enum.GetNames<DatabaseProvider>().FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } provider
            ? Enum.Parse<DatabaseProvider>(provider)
            : throw new SiteException($"Database:Provider“{ShortText.Of(name)}”不是已知的数据库，应为 Sqlite 或 PostgreSQL。");
    }
}

/// <summary>The section <c>Site</c>.</summary>
internal sealed class SiteSection
{
    /// <summary>The site's name, until a recipe or the desk gives another.</summary>
    public string Name { get; init; } = "政府信息公开";

    /// <summary>The address under which people reach the site; empty when it is not said.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>The IANA name of the time zone in which days and years are counted.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>The theme's folder below <c>themes/</c>.</summary>
    public string Theme { get; init; } = "GongkaiTheme";

    /// <summary>The picture by which pages are shown where people share them, as <c>/media/site/share.png</c>; empty for the theme's own.</summary>
    public string ShareImage { get; init; } = "";

    /// <summary>The facts in the footer that every government site shows; empty ones are left out.</summary>
    public IReadOnlyDictionary<string, string> Footer { get; init; } = new Dictionary<string, string>();
}

/// <summary>What the command line gives over the configuration.</summary>
/// <param name="DataFolder"><c>--data</c>, relative to the caller's folder.</param>
/// <param name="WithSample"><c>--sample</c>.</param>
/// <param name="Urls"><c>--urls</c>.</param>
/// <param name="Copy">What kind of copy the site is to be made a copy of; null when it is not.</param>
internal sealed record SiteArguments(string? DataFolder = null, bool? WithSample = null, string? Urls = null, StaticCopyOptions? Copy = null);
