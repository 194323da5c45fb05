using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Theming.Tests.Sample;

/// <summary>Renders small templates as pages of a real server.</summary>
internal static class Rendering
{
    public static ContentItem Item(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>What the template <c>Test</c> of a theme comes to.</summary>
    public static async Task<string> RenderAsync(string template, params (string Name, object? Value)[] model)
    {
        using var theme = new ThemeFolder().View("Test", template);
        return await RenderAsync(new([]), theme.Configure, model);
    }

    /// <summary>What the template <c>Test</c> of a configured theme comes to.</summary>
    public static async Task<string> RenderAsync(MemorySite site, Action<ThemingOptions> configure, params (string Name, object? Value)[] model)
    {
        await using var host = await SampleHost.StartAsync(site, configure, app => app.MapGet("/test", (HttpContext http, IPageRenderer renderer) =>
            renderer.RenderAsync(http, new("Test", model.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal), "标题"))));
        return await host.Client.ReadAsync("/test?x=1");
    }

    /// <summary>What an item comes to in its own page.</summary>
    public static async Task<string> RenderItemAsync(ThemeFolder theme, ContentItem item, Action<ThemingOptions>? configure = null, Dictionary<string, string>? html = null)
    {
        await using var host = await SampleHost.StartAsync(new([item]), configure ?? theme.Configure, app => app.MapGet("/item", (HttpContext http, IItemRenderer renderer) =>
            renderer.RenderItemAsync(http, item, html ?? [], new Dictionary<string, object?>(StringComparer.Ordinal), PageMetadata.None)));
        return await host.Client.ReadAsync("/item");
    }

    public static async Task<string> ReadAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.Content.ReadAsStringAsync();
    }
}
