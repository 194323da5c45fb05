using Gongkai.Content;
using Gongkai.Review.Upkeep.Links;

namespace OrchardSite.Hosting;

/// <summary>The section <c>Links</c>: the check of links to elsewhere.</summary>
internal static class LinksSection
{
    private const int LongestAgent = 200;

    /// <summary>Puts what is configured into the site.</summary>
    /// <exception cref="SiteException">A value cannot be used.</exception>
    public static IServiceCollection AddSiteLinks(this IServiceCollection services, IConfiguration configuration) => services.AddSingleton(Read(configuration));

    /// <summary>Reads the section.</summary>
    /// <exception cref="SiteException">A value cannot be used.</exception>
    public static LinkCheckOptions Read(IConfiguration configuration)
    {
        var usual = new LinkCheckOptions();
        var isOn = configuration["Links:Check"] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var flag) => flag,
            var text => throw new SiteException($"Links:Check“{ShortText.Of(text)}”不对，应为 true 或 false。"),
        };
        var agent = configuration["Links:UserAgent"] is { Length: > 0 } given ? given
            : configuration["Site:BaseUrl"] is { Length: > 0 } site ? $"{usual.UserAgent} (+{site.TrimEnd('/')})" : usual.UserAgent;
        if (agent.Length > LongestAgent || !agent.All(c => c is >= ' ' and <= '~'))
            throw new SiteException($"Links:UserAgent“{ShortText.Of(agent)}”不对，应为最多 {LongestAgent} 个英文字符。");
        return usual with { IsOn = isOn, UserAgent = agent, Days = SiteOptions.Number(configuration, "Links:Days", usual.Days, 1, 90), DeadAfterDays = SiteOptions.Number(configuration, "Links:DeadAfterDays", usual.DeadAfterDays, 2, 30) };
    }
}
