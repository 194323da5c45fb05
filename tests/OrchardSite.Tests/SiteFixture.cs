using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>The real site with its sample content, on a free port and a data folder of its own.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private readonly bool _withSample;
    private readonly Action<WebApplicationBuilder>? _configure;
    private readonly IEnumerable<KeyValuePair<string, string?>> _settings = [];
    private WebApplication _app = null!;

    public SiteFixture() : this(withSample: true)
    {
    }

    internal SiteFixture(bool withSample, Action<WebApplicationBuilder>? configure = null, params IEnumerable<KeyValuePair<string, string?>> settings) =>
        (_withSample, _configure, _settings) = (withSample, configure, settings);

    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), "gongkai-tests", Guid.NewGuid().ToString("N"));

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        _app = SiteHost.Build(new(DataFolder, _withSample, "http://127.0.0.1:0"), _configure, _settings);
        await SiteStart.PrepareAsync(_app, CancellationToken.None);
        // As the command does: the first page shows all that was stored before.
        await _app.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
    }

    public async Task DisposeAsync()
    {
        // Whatever a start that failed left undone is null.
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }

    public async Task<string> GetTextAsync(string address) => await Client.GetStringAsync(new Uri(address, UriKind.Relative));

    public async Task<JsonObject> GetJsonAsync(string address) => JsonNode.Parse(await GetTextAsync(address))!.AsObject();

    public async Task<HttpResponseMessage> GetAsync(string address) => await Client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Changes content as an editor would; fails the test when it is refused.</summary>
    public async Task ExecuteAsync(params ContentOperation[] operations)
    {
        await using var scope = Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations);
        Assert.True(result.Succeeded, string.Join('\n', result.Results.SelectMany(one => one.Errors)));
    }

    /// <summary>Imports a recipe's steps and waits until the site shows them.</summary>
    public async Task<RecipeReport> ImportAsync(params string[] steps)
    {
        await using var scope = Services.CreateAsyncScope();
        var recipe = Encoding.UTF8.GetBytes("{\"name\":\"试\",\"steps\":[" + string.Join(',', steps) + "]}");
        var report = await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync([new("试.recipe.json", () => new MemoryStream(recipe))]);
        await Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
        return report;
    }

    public async Task<ContentItem> GetItemAsync(string contentItemId, VersionOption version = VersionOption.Latest)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IContentReader>().GetAsync(contentItemId, version))!;
    }
}
