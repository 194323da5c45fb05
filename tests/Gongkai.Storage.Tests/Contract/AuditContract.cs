using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Who did what when: every change and every refusal leaves its row, in a chain.</summary>
public abstract class AuditContract : StorageContract
{
    [Fact]
    public async Task Every_operation_leaves_a_row_with_who_what_and_when()
    {
        var site = await OpenAsync(As(new("li", "李编辑", [], []), "10.1.2.3"));
        var before = await LastAsync(site);

        var created = (await site.DoAsync(new SaveDraft(Sample.Notice("a", "一"), null), new Publish("a"))).Results[0].VersionId!;
        var saved = (await site.DoAsync(new SaveDraft(Sample.Notice("a", "二"), created))).Results[0].VersionId!;
        await site.DoAsync(new Publish("a"));
        var restored = (await site.DoAsync(new RestoreVersion("a", created))).Results[0].VersionId!;
        await site.DoAsync(new Unpublish("a"));
        await site.DoAsync(new Delete("a"));

        var rows = (await RowsAsync(site)).Where(row => row.Sequence > before).ToList();
        Assert.Equal(
            [
                (AuditActions.ContentCreated, created, "一", ""),
                (AuditActions.ContentPublished, created, "一", ""),
                (AuditActions.ContentSaved, saved, "二", $$"""{"basedOn":"{{created}}"}"""),
                (AuditActions.ContentPublished, saved, "二", $$"""{"replaced":"{{created}}"}"""),
                (AuditActions.ContentRestored, restored, "一", $$"""{"restored":"{{created}}"}"""),
                (AuditActions.ContentUnpublished, saved, "二", ""),
                (AuditActions.ContentDeleted, restored, "一", ""),
            ],
            rows.Select(row => (row.Action, row.VersionId, row.Title, row.Details)));
        Assert.All(rows, row => Assert.Equal(
            ("li", "李编辑", "10.1.2.3", "a", "Notice", AuditResult.Succeeded, new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc)),
            (row.User, row.DisplayName, row.Address, row.ContentItemId, row.ContentType, row.Result, row.TimeUtc)));
        Assert.True((await VerifyAsync(site)).IsWhole);
    }

    [Fact]
    public async Task A_repeal_is_told_with_its_reason_and_so_is_its_end()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Entry("a", "主动公开").With(item => item.EnsurePart("DisclosureEntry").SetTextField("Validity", "现行有效")), "v1"));
        var before = await LastAsync(site);

        var entry = (await site.ReadAsync(reader => reader.GetAsync("a")))!;
        var repealed = new Repeal("废止", new(2026, 3, 1), "已被新办法取代。", []).ApplyTo(entry);
        var version = (await site.DoAsync(new SaveDraft(repealed, "v1"), new Publish("a"))).Results[1].VersionId!;
        await site.DoAsync(new SaveDraft(Repeal.Undo(repealed), version), new Publish("a"));

        Assert.Equal(
            [("v1", "废止", "已被新办法取代。"), (version, "现行有效", null)],
            (await RowsAsync(site)).Where(row => row.Sequence > before && row.Action == AuditActions.ContentPublished)
                .Select(row => JsonNode.Parse(row.Details)!.AsObject()).Select(details => (details.Text("replaced")!, details.Text("validity")!, details.Text("reason"))));
    }

    [Fact]
    public async Task Times_and_ways_of_withdrawing_are_told()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"), Sample.Import(Sample.Notice("b"), "v2"));
        await site.DoAsync(Sample.Import(Sample.Timed("t"), "v3", published: false));
        var before = await LastAsync(site);
        var due = new DateTime(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc);

        await site.DoAsync(new SetSchedule("t", ScheduleAction.Publish, due));
        await site.DoAsync(new SetSchedule("t", ScheduleAction.Publish, null));
        await site.DoAsync(new Unpublish("a", Withdrawal: new(WithdrawalWay.Replaced, TargetId: "b", Redirects: true)));

        Assert.Equal(
            [
                (AuditActions.ContentScheduled, "v3", """{"schedule":"Publish","due":"2026-04-01T01:00:00Z"}"""),
                (AuditActions.ContentScheduled, "v3", """{"schedule":"Publish","due":null}"""),
                (AuditActions.ContentUnpublished, "v1", """{"way":"Replaced","target":"b","redirects":true}"""),
            ],
            (await RowsAsync(site)).Where(row => row.Sequence > before).Select(row => (row.Action, row.VersionId, row.Details)));
    }

    [Fact]
    public async Task What_is_refused_leaves_its_row_and_nothing_else()
    {
        var site = await OpenAsync();
        var version = (await site.DoAsync(new SaveDraft(Sample.Notice("a", "一"), null))).Results[0].VersionId!;
        var (rows, changes) = (await LastAsync(site), await site.Feed.GetLastAsync());

        await site.RefusedAsync(new SaveDraft(Sample.Notice("b", "好"), null), new SaveDraft(Sample.Notice("a", ""), version), new Publish("a"));
        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new SaveDraft(Sample.Notice("a", "三"), "other")));
        await site.RefusedAsync(new SaveDraft(Sample.Notice("c", "\0坏"), null));
        await site.DoAsync(new Unpublish("a"));

        var refused = (await RowsAsync(site)).Where(row => row.Sequence > rows).ToList();
        Assert.Equal(
            [(AuditActions.ContentPublished, "a", AuditResult.Refused), (AuditActions.ContentSaved, "a", AuditResult.Refused), (AuditActions.ContentCreated, "c", AuditResult.Refused)],
            refused.Select(row => (row.Action, row.ContentItemId, row.Result)));
        Assert.Contains("TitlePart.Title", refused[0].Details, StringComparison.Ordinal);
        Assert.Equal($$"""{"conflict":"{{version}}"}""", refused[1].Details);
        Assert.Equal("\ufffd坏", refused[2].Title);
        Assert.Equal(changes, await site.Feed.GetLastAsync());
        Assert.Null(await site.LatestAsync("b"));
        Assert.True((await VerifyAsync(site)).IsWhole);
    }

    [Fact]
    public async Task A_batch_of_an_import_is_one_row_that_names_its_items()
    {
        var site = await OpenAsync();
        var before = await LastAsync(site);

        await site.DoAsync([.. Enumerable.Range(0, 250).Select(i => Sample.Import(Sample.Notice($"imported-item-number-{i:000}"), $"v{i}"))]);
        await site.DoAsync(Sample.Import(Sample.Notice("one", "单篇"), "w1"));
        await site.DoAsync(Sample.Import(Sample.Notice("one", "单篇"), "w1"));
        await site.RefusedAsync(Sample.Import(Sample.Notice("x", ""), "x1"), Sample.Import(Sample.Notice("y"), "y1"));

        var rows = (await RowsAsync(site)).Where(row => row.Sequence > before).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(AuditActions.ContentImported, row.Action));
        var batch = JsonNode.Parse(rows[0].Details)!;
        Assert.Equal((250, 250, 0, 250), ((int)batch["versions"]!, (int)batch["added"]!, (int)batch["changed"]!, (int)batch["types"]!["Notice"]!));
        Assert.Equal(250, batch["items"]!.AsArray().Count);
        Assert.Equal(("one", "w1", "单篇", """{"outcome":"added"}"""), (rows[1].ContentItemId, rows[1].VersionId, rows[1].Title, rows[1].Details));
        Assert.Equal((AuditResult.Refused, 2, "x"), (rows[2].Result, (int)JsonNode.Parse(rows[2].Details)!["versions"]!, (string)JsonNode.Parse(rows[2].Details)!["items"]![0]!));
        Assert.Equal([rows[0].Sequence], await FindAsync(site, new() { ContentItemId = "imported-item-number-249" }));
        Assert.Empty(await FindAsync(site, new() { ContentItemId = "imported-item-number-24" }));
        Assert.Equal([rows[1].Sequence], await FindAsync(site, new() { ContentItemId = "one" }));
    }

    [Fact]
    public async Task Settings_are_named_without_their_values_and_roles_with_what_they_may()
    {
        var site = await Fixture.OpenAsync();
        await site.Settings.SaveAsync("Mail", new() { ["Host"] = "mail", ["Login"] = new JsonObject { ["User"] = "u", ["Password"] = "geheim" } });
        await site.Settings.SaveAsync("Mail", new() { ["Host"] = "mail", ["Login"] = new JsonObject { ["User"] = "u", ["Password"] = "geheimer" } });
        await site.Settings.SaveAsync("Mail", new() { ["Host"] = "mail", ["Login"] = new JsonObject { ["User"] = "u", ["Password"] = "geheimer" } });
        await site.Settings.SaveAsync(SettingsNames.Roles, Roles(("Editor", ["EditContent", "ViewContent"]), ("Old", [])));
        await site.Settings.SaveAsync(SettingsNames.Roles, Roles(("Editor", ["ViewContent", "PublishContent"]), ("New", ["ViewContent"])));

        var rows = await RowsAsync(site);

        Assert.Equal(
            [
                (AuditActions.SettingsSaved, "Mail", """{"changed":["Host","Login"]}"""),
                (AuditActions.SettingsSaved, "Mail", """{"changed":["Login.Password"]}"""),
                (AuditActions.RolesSaved, "Roles", """{"Editor":{"role":"added","granted":["EditContent","ViewContent"]},"Old":{"role":"added"}}"""),
                (AuditActions.RolesSaved, "Roles", """{"Editor":{"granted":["PublishContent"],"taken":["EditContent"]},"Old":{"role":"removed"},"New":{"role":"added","granted":["ViewContent"]}}"""),
            ],
            rows.Select(row => (row.Action, row.Title, row.Details)));
    }

    [Fact]
    public async Task Definitions_are_named_that_were_added_changed_and_removed()
    {
        var site = await Fixture.OpenAsync();
        ContentTypeDefinition Type(string name, params string[] parts) => new(name, name, DefinitionSettings.None, [.. parts.Select(part => new ContentTypePartDefinition(part, part, DefinitionSettings.None))]);
        await site.Definitions.SaveAsync([Type("A"), Type("B")], [new("P", DefinitionSettings.None, [])]);
        await site.Definitions.SaveAsync([Type("A", "TitlePart"), Type("B")], []);
        await site.Definitions.SaveAsync([Type("B")], []);
        await site.Definitions.RemoveAsync(["B"], ["P"]);

        Assert.Equal(
            ["""{"types":{"added":["A","B"]},"parts":{"added":["P"]}}""", """{"types":{"changed":["A"]}}""", """{"types":{"removed":["B"]},"parts":{"removed":["P"]}}"""],
            (await RowsAsync(site)).Select(row => row.Details));
    }

    [Fact]
    public async Task Rows_are_found_by_user_item_action_result_and_time_page_by_page()
    {
        var site = await Fixture.OpenAsync();
        var trail = Trail(site);
        for (var i = 0; i < 3; i++)
        {
            await trail.AppendAsync(
            [
                new(AuditActions.UserSignedIn) { Actor = new("li", "李编辑") },
                new(AuditActions.UserSignedIn, AuditResult.Refused) { Actor = new("wang", "王主任") },
                new(AuditActions.ContentSaved) { ContentItemId = "a", Title = "甲" },
            ]);
            site.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([7, 4, 1], await FindAsync(site, new() { User = "li" }));
        Assert.Equal([8, 5, 2], await FindAsync(site, new() { User = "王主任" }));
        Assert.Equal([9, 6, 3], await FindAsync(site, new() { ContentItemId = "a" }));
        Assert.Equal([8, 7, 5, 4, 2, 1], await FindAsync(site, new() { Action = "User" }));
        Assert.Equal([9, 6, 3], await FindAsync(site, new() { Action = AuditActions.ContentSaved }));
        Assert.Equal([8, 5, 2], await FindAsync(site, new() { Result = AuditResult.Refused }));
        var second = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal([6, 5, 4], await FindAsync(site, new() { FromUtc = second, UntilUtc = second.AddHours(1) }));
        Assert.Empty(await FindAsync(site, new() { User = "li", Result = AuditResult.Refused }));
        var page = await trail.QueryAsync(new() { Skip = 4, Count = 3 });
        Assert.Equal(9, page.Total);
        Assert.Equal([5L, 4, 3], page.Records.Select(row => row.Sequence));
        Assert.Equal([1, 2, 4, 5, 7, 8], await StreamAsync(trail, new() { Action = "User", Count = 2 }));
    }

    protected static Action<IServiceCollection> As(DeskUser user, string address) => services => services.AddSingleton<ICurrentUser>(new Someone(user)).AddSingleton<IAuditOrigin>(new Somewhere(address));

    protected static IAuditTrail Trail(TestSite site) => site.Services.GetRequiredService<IAuditTrail>();

    protected static Task<AuditVerification> VerifyAsync(TestSite site) => Trail(site).VerifyAsync();

    protected static async Task<List<AuditRecord>> RowsAsync(TestSite site)
    {
        var rows = new List<AuditRecord>();
        await foreach (var row in Trail(site).StreamAsync(new()))
            rows.Add(row);
        return rows;
    }

    private static async Task<long> LastAsync(TestSite site) => (await VerifyAsync(site)).Last;

    private static async Task<List<long>> FindAsync(TestSite site, AuditQuery query) => [.. (await Trail(site).QueryAsync(query)).Records.Select(row => row.Sequence)];

    private static async Task<List<long>> StreamAsync(IAuditTrail trail, AuditQuery query)
    {
        var numbers = new List<long>();
        await foreach (var row in trail.StreamAsync(query))
            numbers.Add(row.Sequence);
        return numbers;
    }

    private static JsonObject Roles(params (string Name, string[] Permissions)[] roles) => new(roles.Select(role => KeyValuePair.Create(
        role.Name, (JsonNode?)new JsonObject { ["Name"] = role.Name, ["Permissions"] = new JsonArray([.. role.Permissions.Select(permission => JsonValue.Create(permission))]) })));

    private sealed record Someone(DeskUser User) : ICurrentUser;

    private sealed record Somewhere(string Address) : IAuditOrigin;
}
