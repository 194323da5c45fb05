using Fluid;
using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Liquid;

/// <summary>The filters that make addresses.</summary>
internal static class UrlFilters
{
    public static void Register(FilterCollection filters)
    {
        filters.AddFilter("href", static (input, _, context) => new(new StringValue(Resolve(input.ToStringValue(), PageContext.Of(context)))));
        filters.AddFilter("absolute_url", static (input, _, context) => new(new StringValue(Absolute(input.ToStringValue(), PageContext.Of(context)))));
        filters.AddFilter("asset_url", static (input, _, context) => new(new StringValue(Asset(input.ToStringValue(), PageContext.Of(context)))));
        filters.AddFilter("append_version", static (input, _, context) => new(new StringValue(AppendVersion(input.ToStringValue(), PageContext.Of(context)))));
        filters.AddFilter("display_url", DisplayUrlAsync);
    }

    /// <summary><c>~/x</c> below the home's base path; anything else as it is.</summary>
    private static string Resolve(string path, PageContext context) =>
        path.StartsWith("~/", StringComparison.Ordinal) ? context.PathBase.Value + path[1..] : path;

    private static string Absolute(string path, PageContext context)
    {
        var resolved = Resolve(path, context);
        if (Uri.TryCreate(resolved, UriKind.Absolute, out var absolute) && absolute.Scheme != Uri.UriSchemeFile)
            return resolved;
        var rooted = resolved.StartsWith('/') ? resolved : $"{context.PathBase}/{resolved}";
        // Never the request's host: whoever sends a request says what that is, and pages are cached for everyone.
        var site = context.Services.GetRequiredService<ISettings>().Get(SettingsNames.Site).Text("BaseUrl")
            ?? context.Services.GetRequiredService<ThemingOptions>().SiteProperties.Text("BaseUrl");
        return site?.TrimEnd('/') + rooted;
    }

    /// <summary>The address of a media file by its path in the library.</summary>
    private static string Asset(string path, PageContext context)
    {
        if (path.Length == 0 || path.StartsWith("~/", StringComparison.Ordinal))
            return Resolve(path, context);
        // Files have no language: one copy serves all.
        return context.BareBase + "/media/" + string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
    }

    private static string AppendVersion(string path, PageContext context)
    {
        var resolved = Resolve(path, context);
        var local = resolved.StartsWith(context.PathBase.Value ?? "", StringComparison.Ordinal) ? resolved[(context.PathBase.Value?.Length ?? 0)..] : resolved;
        return context.Engine.Files.VersionOf(local) is { } version ? $"{context.BareBase}{local}{(local.Contains('?') ? '&' : '?')}v={version}" : resolved;
    }

    private static async ValueTask<FluidValue> DisplayUrlAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var page = PageContext.Of(context);
        if (input is TermValue { Term: var term })
            return new StringValue(page.PathBase + term.Url);
        var item = input switch
        {
            ContentItemValue value => value.Item,
            JsonObjectValue value => new ContentItem(value.Json),
            _ when input.ToStringValue() is { Length: > 0 } id => await page.FindPublicAsync(id),
            _ => null,
        };
        return item is not null && AutoroutePart.RouteOf(item) is { } route
            ? new StringValue(page.PathBase + "/" + string.Join('/', route.Split('/').Select(Uri.EscapeDataString)))
            : NilValue.Instance;
    }
}
