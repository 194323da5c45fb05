using Gongkai.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Theming;
using OrchardCore.DisplayManagement.Title;
using OrchardCore.ResourceManagement;

namespace Gongkai.OrchardCore.Pages;

/// <summary>The national page tags as Orchard Core's own, so that any theme writes them.</summary>
/// <remarks>政府网站发展指引 (国办发〔2017〕47号), annex on page tags.</remarks>
internal static class PageTags
{
    private const string OwnTheme = "GongkaiTheme";

    /// <summary>Adds a page's title and tags to those of the request.</summary>
    public static async Task RegisterAsync(IServiceProvider services, PageMetadata metadata, string? title)
    {
        if (!string.IsNullOrEmpty(title))
            services.GetRequiredService<IPageTitleBuilder>().AddSegment(new HtmlContentBuilder().Append(title), "0");
        // Our own theme writes them itself, in the order of the rules.
        if ((await services.GetRequiredService<IThemeManager>().GetThemeAsync())?.Id == OwnTheme)
            return;
        var resources = services.GetRequiredService<IResourceManager>();
        Add("ColumnName", metadata.ColumnName);
        Add("ColumnType", metadata.ColumnType);
        Add("ColumnDescription", metadata.ColumnDescription ?? (metadata.ArticleTitle is null ? metadata.Description : null));
        Add("ColumnKeywords", metadata.ColumnKeywords ?? metadata.ColumnName);
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
