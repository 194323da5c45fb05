using Gongkai.Content;
using Gongkai.Recipes;
using Gongkai.Review.Deputies;
using Gongkai.Review.Standing;
using Gongkai.Review.Steps;
using Gongkai.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Review.Tests.Support;

/// <summary>A site on the real storage with the module, its graph, and people of each role.</summary>
internal sealed class ReviewSite : IAsyncDisposable
{
    public const string Entry = "DisclosureEntry";

    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-review-").FullName;
    private readonly ServiceProvider _services;
    private readonly DatabaseProvider _provider;
    private readonly string _connection;
    private readonly List<ReviewSite> _beside = [];

    private ReviewSite(string? postgres, Accounts? people = null, FakeTimeProvider? time = null, string? sqlite = null, Action<IServiceCollection>? configure = null)
    {
        (People, Time) = (people ?? new(), time ?? new(new DateTimeOffset(2026, 11, 26, 1, 0, 0, TimeSpan.Zero)));
        (_provider, _connection) = postgres is null ? (DatabaseProvider.Sqlite, sqlite ?? $"Data Source={Path.Combine(_folder, "gongkai.db")};Pooling=False") : (DatabaseProvider.PostgreSQL, postgres);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICurrentUser>(User);
        services.AddGongkaiStorage(options => (options.DataFolder, options.Provider, options.ConnectionString) = (_folder, _provider, _connection));
        services.AddGongkaiContent().AddGongkaiLifecycle().AddGongkaiPermissions();
        services.AddGongkaiRecipes();
        services.AddSingleton<IAccounts>(People);
        services.AddSingleton<IMarkup, PlainMarkup>();
        services.AddSingleton<ILiquid, NoLiquid>();
        services.AddSingleton<IMediaStore, NoMedia>().AddSingleton<IMediaFiles, NoMedia>().AddSingleton<IMediaLibrary, NoLibrary>();
        services.AddSingleton<IWholeTexts, NoWholeTexts>();
        services.AddSingleton<IThemes, NoThemes>();
        services.AddSingleton<ISiteFolder>(new Folder(_folder));
        services.AddSingleton(new SiteDefaults("甲市", TimeZoneInfo.Utc));
        services.AddSingleton(new SiteRecipes(new(Path.Combine(_folder, "recipes"))));
        new Module().ConfigureServices(services);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Thursday.</summary>
    public FakeTimeProvider Time { get; }

    public Someone User { get; } = new();

    public Accounts People { get; }

    public ISettingsStore Settings => _services.GetRequiredService<ISettingsStore>();

    public IReviewRecords Records => _services.GetRequiredService<IReviewRecords>();

    public IServiceProvider Services => _services;

    /// <summary>A site on SQLite, or on a database of PostgreSQL.</summary>
    public static async Task<ReviewSite> OpenAsync(bool withPlans = false, string? postgres = null, Action<IServiceCollection>? configure = null)
    {
        var site = new ReviewSite(postgres, configure: configure);
        try
        {
            await site.SetUpAsync(withPlans);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another process on the same database.</summary>
    public async Task<ReviewSite> OpenBesideAsync()
    {
        var site = new ReviewSite(_provider == DatabaseProvider.PostgreSQL ? _connection : null, People, Time, _connection);
        await site._services.GetRequiredService<StorageDatabase>().PrepareAsync();
        _beside.Add(site);
        return site;
    }

    public void Add(string name, params string[] roles) => People.All.Add(new() { Name = name, DisplayName = name + "先生", Roles = roles });

    public async Task<RecipeReport> ImportAsync(string recipe)
    {
        using (User.Be(DeskUser.System))
            return await WithAsync((RecipeImporter importer) => importer.ImportAsync([new("test.recipe.json", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(recipe)))]));
    }

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does something as somebody.</summary>
    public async Task<TResult> AsAsync<TService, TResult>(string user, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        using (User.Be(People.All.First(account => account.Name == user).ToUser()))
            return await WithAsync(work);
    }

    /// <summary>Does something as the desk does it: with what is published together.</summary>
    public Task<ContentResult> JointlyAsync(string user, params ContentOperation[] operations) => AsAsync(user, (JointPublication joint) => joint.ExecuteAsync(operations, _ => true));

    /// <summary>What the site does when a time has come.</summary>
    public async Task<ContentResult> WhenDueAsync(string id, DateTime due)
    {
        using (User.Be(DeskUser.System))
            return await WithAsync((JointPublication joint) => joint.ExecuteAsync([new Publish(id, null, due)], _ => true));
    }

    public Task<ContentResult> ExecuteAsync(string user, params ContentOperation[] operations) => AsAsync(user, (IContentManager manager) => manager.ExecuteAsync(operations));

    public async Task<ContentResult> SystemAsync(params ContentOperation[] operations)
    {
        using (User.Be(DeskUser.System))
            return await WithAsync((IContentManager manager) => manager.ExecuteAsync(operations));
    }

    /// <summary>Saves an item as somebody.</summary>
    public async Task<ContentItem> SaveAsync(string user, string id, Action<ContentItem>? change = null, string type = Entry)
    {
        var latest = await LatestAsync(id);
        var item = latest?.Clone() ?? new ContentItem(type, id);
        if (latest is null)
        {
            item.EnsurePart("TitlePart")["Title"] = id;
            if (type == Entry)
            {
                item.EnsurePart(Entry).SetTextField("DisclosureMode", "主动公开");
                item.EnsurePart(Entry).SetTextField("Abstract", "概述");
            }

            item.Owner = user;
        }

        item.Author = user;
        change?.Invoke(item);
        var result = await ExecuteAsync(user, new SaveDraft(item, latest?.ContentItemVersionId));
        Assert.True(result.Succeeded, string.Join("\n", result.Results.SelectMany(one => one.Errors)));
        return (await LatestAsync(id))!;
    }

    public Task<ContentItem?> LatestAsync(string id) => WithAsync((IContentReader reader) => reader.GetAsync(id, VersionOption.Latest));

    public Task<ContentItem?> PublishedAsync(string id) => WithAsync((IContentReader reader) => reader.GetAsync(id));

    public async Task<ReviewPanel> PanelAsync(string user, string id)
    {
        var latest = (await LatestAsync(id))!;
        return (await AsAsync(user, (ReviewWork work) => work.FindAsync(latest, default)))!;
    }

    /// <summary>Takes a step on what is there now, as somebody.</summary>
    public async Task<StepOutcome> TakeAsync(string user, string id, string transition, string remark = "", ModeDecision? decision = null, string ahead = "")
    {
        var panel = await PanelAsync(user, id);
        return (await AsAsync(user, (ReviewWork work) => work.TakeAsync(new(id, transition, panel.VersionId, panel.Count, remark, decision, ahead), default)))!;
    }

    /// <summary>Takes a step and expects that it is done.</summary>
    public async Task DoAsync(string user, string id, string transition, string remark = "", ModeDecision? decision = null, string ahead = "")
    {
        var outcome = await TakeAsync(user, id, transition, remark, decision, ahead);
        Assert.True(outcome.IsDone, string.Join("\n", outcome.Faults));
    }

    /// <summary>An entry of the drafter's that everybody agreed to.</summary>
    public async Task ApproveAsync(string id, string type = Entry)
    {
        if (await LatestAsync(id) is null)
            await SaveAsync("drafter", id, type: type);
        await DoAsync("drafter", id, "submit");
        await DoAsync("reviewer", id, "decide", decision: type == Entry ? new("主动公开", "") : null);
        await DoAsync("secrecy", id, "clear");
        await DoAsync("signer", id, "approve");
    }

    public Task<IReadOnlyList<DeputyLine>> DeputiesAsync(string user) => AsAsync(user, (DeputyWork work) => work.ListAsync(default));

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _beside)
            await site.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SetUpAsync(bool withPlans)
    {
        await _services.GetRequiredService<StorageDatabase>().PrepareAsync();
        var report = await ImportAsync("""
            {"steps": [{"name": "feature", "enable": ["Gongkai.Review"]},
            {"name": "Roles", "Roles": [{"Name": "Editor", "PermissionBehavior": "Add", "Permissions": ["ViewContent", "EditContent"]}, {"Name": "Reviewer", "PermissionBehavior": "Add", "Permissions": ["ViewContent"]},
              {"Name": "Publisher", "PermissionBehavior": "Add", "Permissions": ["ViewContent", "PublishContent"]}]},
            {"name": "ContentDefinition", "ContentTypes": [
              {"Name": "DisclosureEntry", "DisplayName": "目录条目", "Settings": {"ReviewSettings": {"Graph": "disclosure"}}, "ContentTypePartDefinitionRecords": [{"PartName": "TitlePart", "Name": "TitlePart", "Settings": {}}, {"PartName": "DisclosureEntry", "Name": "DisclosureEntry", "Settings": {}}]},
              {"Name": "PolicyInterpretation", "DisplayName": "政策解读", "Settings": {"ReviewSettings": {"Graph": "disclosure"}}, "ContentTypePartDefinitionRecords": [{"PartName": "TitlePart", "Name": "TitlePart", "Settings": {}}, {"PartName": "PolicyInterpretation", "Name": "PolicyInterpretation", "Settings": {}}]},
              {"Name": "Page", "DisplayName": "页面", "Settings": {}, "ContentTypePartDefinitionRecords": [{"PartName": "TitlePart", "Name": "TitlePart", "Settings": {}}]}],
             "ContentParts": [{"Name": "DisclosureEntry", "Settings": {}, "ContentPartFieldDefinitionRecords": [
               {"FieldName": "TextField", "Name": "DisclosureMode", "Settings": {"TextFieldSettings": {"Required": true}}}, {"FieldName": "TextField", "Name": "NonDisclosureGround", "Settings": {}},
               {"FieldName": "TextField", "Name": "Abstract", "Settings": {"TextFieldSettings": {"Required": true}}}, {"FieldName": "BooleanField", "Name": "NeedsInterpretation", "Settings": {}}]},
               {"Name": "PolicyInterpretation", "Settings": {}, "ContentPartFieldDefinitionRecords": [{"FieldName": "ContentPickerField", "Name": "Policies", "Settings": {"ContentPickerFieldSettings": {"Multiple": true}}}, {"FieldName": "TextField", "Name": "Form", "Settings": {}}]}]}]}
            """);
        Assert.True(report.Succeeded, string.Join("\n", report.Problems));
        if (withPlans)
        {
            var plans = await ImportAsync("""{"steps": [{"name": "ContentDefinition", "ContentTypes": [{"Name": "DisclosureEntry", "ContentTypePartDefinitionRecords": [{"PartName": "InterpretationPlan", "Name": "InterpretationPlan"}]}], "ContentParts": []}]}""");
            Assert.True(plans.Succeeded, string.Join("\n", plans.Problems));
        }

        Add("drafter", "Editor");
        Add("reviewer", "Reviewer");
        Add("secrecy", "SecrecyOfficer");
        Add("signer", "Signer");
        Add("publisher", "Publisher");
    }

    internal sealed class Someone : ICurrentUser
    {
        private readonly AsyncLocal<DeskUser?> _user = new();

        public DeskUser User => _user.Value ?? DeskUser.System;

        public IDisposable Be(DeskUser user)
        {
            var before = _user.Value;
            _user.Value = user;
            return new Ending(() => _user.Value = before);
        }
    }

    internal sealed class Accounts : IAccounts
    {
        public List<Account> All { get; } = [];

        public Account this[string name] => All.First(account => account.Name == name);

        public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<Account>>([.. All]);

        public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Task.FromResult(All.Count > 0);

        public IReadOnlyList<string> IssuersOf(string name) => All.Find(account => account.Name == name)?.Issuers ?? [];
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
