using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Values;
using Gongkai.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Liquid;

/// <summary><c>Site</c>: its name, and its stored settings over those of the configuration.</summary>
internal sealed class SiteValue(SiteSettings settings, ISettings documents, JsonObject defaults) : ObjectValueBase(settings)
{
    private JsonObject? _properties;

    private JsonObject Properties => _properties ??= Merge(defaults.DeepClone().AsObject(), documents.Get(SettingsNames.Site));

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "SiteName" => new StringValue(settings.SiteName),
        "TimeZoneId" => new StringValue(settings.TimeZone.Id),
        "BaseUrl" => JsonLiquid.Of(Properties["BaseUrl"]),
        "Properties" => new JsonObjectValue(Properties),
        _ => NilValue.Instance,
    });

    public override string ToStringValue() => settings.SiteName;

    private static JsonObject Merge(JsonObject under, JsonObject over)
    {
        foreach (var (name, value) in over)
            under[name] = value is JsonObject inner && under[name] is JsonObject own ? Merge(own, inner) : value?.DeepClone();
        return under;
    }
}

/// <summary><c>Request</c>: the address, without what a visitor's browser says of the visitor.</summary>
internal sealed class RequestValue(HttpRequest request) : ObjectValueBase(request)
{
    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "Path" => new StringValue(request.Path.Value),
        "PathBase" => new StringValue(request.PathBase.Value),
        "QueryString" => new StringValue(request.QueryString.Value),
        "Host" => new StringValue(request.Host.Value),
        "IsHttps" => BooleanValue.Create(request.IsHttps),
        "Cookies" => new CookiesValue(request),
        _ => (FluidValue)NilValue.Instance,
    });

    public override string ToStringValue() => "";
}

/// <summary><c>Request.Cookies.reading</c>: the reading help that a reader chose. Of other cookies pages know nothing: kept pages are everybody's.</summary>
internal sealed class CookiesValue(HttpRequest request) : ObjectValueBase(request)
{
    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) =>
        new(name == ReadingHelp.CookieName ? new StringValue(ReadingHelp.Normalize(request.Cookies[name])) : (FluidValue)NilValue.Instance);

    public override string ToStringValue() => "";
}

/// <summary><c>User.Identity.Name</c>: who is signed in; empty for the public.</summary>
internal sealed class UserValue(HttpContext http) : ObjectValueBase(http)
{
    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "Identity" => this,
        "Name" => http.User.Identity?.Name is { } user ? new StringValue(user) : NilValue.Instance,
        _ => (FluidValue)NilValue.Instance,
    });

    public override string ToStringValue() => http.User.Identity?.Name ?? "";
}

/// <summary><c>Content.ContentItemId["id"]</c>: a public item by id.</summary>
internal sealed class ContentValue : ObjectValueBase
{
    private ContentValue() : base(nameof(ContentValue))
    {
    }

    public static ContentValue Instance { get; } = new();

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name == "ContentItemId" ? ById.Instance : NilValue.Instance);

    public override string ToStringValue() => "";

    private sealed class ById() : ObjectValueBase(nameof(ById))
    {
        public static ById Instance { get; } = new();

        public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => GetIndexAsync(new StringValue(name), context);

        public override async ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) =>
            await PageContext.Of(context).FindPublicAsync(index.ToStringValue()) is { } item ? new ContentItemValue(item) : NilValue.Instance;

        public override string ToStringValue() => "";
    }
}

/// <summary>The objects that every page of a request has.</summary>
internal static class RequestObjects
{
    public static void Add(PageContext context, HttpContext http, JsonObject siteDefaults)
    {
        var services = http.RequestServices;
        var site = services.GetRequiredService<SiteSettings>();
        context.TimeZone = site.TimeZone;
        context.CultureInfo = context.Language.Culture;
        context.SetValue("Site", new SiteValue(site, services.GetRequiredService<ISettings>(), siteDefaults));
        context.SetValue("Request", new RequestValue(http.Request));
        context.SetValue("User", new UserValue(http));
        context.SetValue("Content", ContentValue.Instance);
        context.SetValue("Culture", CultureValue.Instance);
    }
}

/// <summary><c>Culture.Name</c> and <c>Culture.Dir</c>.</summary>
internal sealed class CultureValue() : ObjectValueBase(nameof(CultureValue))
{
    public static CultureValue Instance { get; } = new();

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "Name" => new StringValue(PageContext.Of(context).Language.Code),
        "Dir" => new StringValue(context.CultureInfo.TextInfo.IsRightToLeft ? "rtl" : "ltr"),
        _ => (FluidValue)NilValue.Instance,
    });

    public override string ToStringValue() => "";
}
