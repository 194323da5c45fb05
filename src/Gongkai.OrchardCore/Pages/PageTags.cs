using Gongkai.Web;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ResourceManagement;

namespace Gongkai.OrchardCore.Pages;

/// <summary>The national page tags as Orchard Core's own, so that any theme writes them.</summary>
/// <remarks>政府网站发展指引 (国办发〔2017〕47号), annex on page tags.</remarks>
internal static class PageTags
{
    /// <summary>Adds a page's tags to those of the request.</summary>
    public static void Register(IServiceProvider services, PageMetadata metadata)
    {
        var resources = services.GetRequiredService<IResourceManager>();
        Add("ColumnName", metadata.ColumnName);
        Add("ColumnType", metadata.ColumnType);
        Add("ArticleTitle", metadata.ArticleTitle);
        Add("PubDate", metadata.PubDate);
        Add("ContentSource", metadata.ContentSource);
        Add("Description", metadata.Description);
        Add("Keywords", metadata.Keywords);
        if (metadata.NoIndex)
            Add("robots", "noindex");

        void Add(string name, string? content)
        {
            if (!string.IsNullOrEmpty(content))
                resources.RegisterMeta(new MetaEntry { Name = name, Content = content });
        }
    }
}
