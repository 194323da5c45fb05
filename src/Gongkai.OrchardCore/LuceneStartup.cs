using Gongkai.Search;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Lucene.Services;
using OrchardCore.Modules;
using OrchardCore.Search.Lucene;

namespace Gongkai.OrchardCore;

/// <summary>Offers our Chinese analyzer to the tenant's own Lucene indexes, by the name <c>gongkai</c>.</summary>
[RequireFeatures("OrchardCore.Lucene")]
public sealed class LuceneStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services) =>
        services.Configure<LuceneOptions>(options => options.Analyzers.Add(new LuceneAnalyzer("gongkai", ChineseAnalyzer.Create)));
}
