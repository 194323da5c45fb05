using Gongkai.Content;
using Microsoft.AspNetCore.Builder;
using OrchardSite.Hosting;
using OrchardSite.StaticCopy;
using OrchardSite.StaticCopy.Folder;
using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>A running site and copies of it, made as the command makes them: by another program beside it, on the same data folder.</summary>
public sealed class CopiedSite : IAsyncLifetime
{
    public const string Origin = "https://www.example.gov.cn";

    public SiteFixture Site { get; } = new(withSample: true, null, KeyValuePair.Create("Site:BaseUrl", (string?)Origin));

    private readonly string _copies = Directory.CreateTempSubdirectory("gongkai-copies-").FullName;

    public Task InitializeAsync() => Site.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        Directory.Delete(_copies, recursive: true);
    }

    public string FolderOf(string name) => Path.Combine(_copies, name);

    /// <summary>Makes a copy, or brings it up to date.</summary>
    internal async Task<CopyReport> PublishAsync(
        string name, LinkStyle links = LinkStyle.Relative, string? live = null, bool packs = false, Action<WebApplicationBuilder>? configure = null, Action<CopyProgress>? progress = null, CancellationToken cancellation = default)
    {
        var options = new StaticCopyOptions(FolderOf(name), links, [""], null, packs);
        await using var app = SiteHost.Build(new(Site.DataFolder, false, null, options), configure, [new("Site:BaseUrl", Origin), new("Static:LiveAddress", live)]);
        var source = (CopySource)app.Services.GetService(typeof(CopySource))!;
        using var folder = CopyFolder.Open(source.Options.Folder, source.OwnFolders);
        await SiteStart.PrepareAsync(app, cancellation);
        return await new CopyRun(app.OpenCopy(), folder, source.Options).RunAsync(progress, cancellation);
    }

    /// <summary>The files of a copy that a web server gives out, each with its time of writing.</summary>
    public Dictionary<string, DateTime> FilesOf(string name)
    {
        var site = Path.Combine(FolderOf(name), "site");
        return Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(site, file).Replace(Path.DirectorySeparatorChar, '/'), File.GetLastWriteTimeUtc, StringComparer.Ordinal);
    }

    public async Task<string> ReadAsync(string name, string file) => await File.ReadAllTextAsync(Path.Combine(FolderOf(name), "site", file));

    public async Task PublishEntryAsync(string id, string title, string mode = "主动公开", Action<ContentItem>? edit = null) =>
        await Site.ExecuteAsync(new SaveDraft(await EntryAsync(id, title, mode, edit), null), new Publish(id));

    public async Task SaveDraftAsync(string id, string title) => await Site.ExecuteAsync(new SaveDraft(await EntryAsync(id, title, "主动公开", null), null));

    /// <summary>Changes an item and publishes it.</summary>
    public async Task EditAsync(string id, Action<ContentItem> edit)
    {
        var item = await Site.GetItemAsync(id);
        edit(item);
        await Site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish(id));
    }

    private async Task<ContentItem> EntryAsync(string id, string title, string mode, Action<ContentItem>? edit)
    {
        var item = await Site.GetItemAsync("sample-entry-08");
        (item.ContentItemId, item.ContentItemVersionId, item.DisplayText) = (id, "", title);
        item.EnsurePart("TitlePart")["Title"] = title;
        item.Json.Remove("AutoroutePart");
        var part = item.EnsurePart("DisclosureEntry");
        part.Remove("IndexNumber");
        part.Remove("PublishedOn");
        part.Remove("Abstract");
        part.SetTextField("DisclosureMode", mode);
        edit?.Invoke(item);
        return item;
    }
}
