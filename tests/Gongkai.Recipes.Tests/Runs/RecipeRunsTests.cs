using System.IO.Compression;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests.Runs;

public sealed class RecipeRunsTests
{
    private static readonly DeskUser Editor = new("zhang", "张三", [], []);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<RecipeRunRecord> EndOfAsync(IRecipeRuns runs, string id)
    {
        while (true)
        {
            var run = runs.Find(id)!;
            if (!run.IsUnderWay)
                return run;
            await Task.Yield();
        }
    }

    [Fact]
    public async Task An_upload_is_checked_then_run_and_remembered_with_who_and_what_came_of_it()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var recipe = Recipe.Of(Recipe.Content(Recipe.Notice("n1"), Recipe.Notice("n2")));

        var id = await site.Runs.UploadAsync("通知.recipe.json", Bytes(recipe), Editor);
        var check = await EndOfAsync(site.Runs, id);
        Assert.Equal((RecipeRunState.Checked, 2, true), (check.State, check.Report!.Added, check.CanRun));
        Assert.Null(await site.GetAsync("n1"));

        site.Runs.Begin(id, checkOnly: false, Editor);
        var run = await EndOfAsync(site.Runs, id);

        Assert.Equal((RecipeRunState.Imported, 2, "通知.recipe.json", "zhang", "张三"), (run.State, run.Report!.Added, run.File, run.User, run.DisplayName));
        Assert.NotNull(run.EndedUtc);
        Assert.NotNull(await site.GetAsync("n1"));
        // What a restart would read: nothing but the files.
        var again = Assert.Single(site.RestartedRuns().List());
        Assert.Equal((run.State, run.Report.Added, run.Report.StepReports.Count), (again.State, again.Report!.Added, again.Report.StepReports.Count));
        Assert.Equal(RecipeRunRefusal.Missing, Assert.Throws<RecipeRunRefusedException>(() => site.Runs.Begin(id, checkOnly: false, Editor)).Refusal);
    }

    [Fact]
    public async Task A_recipe_with_faults_is_told_by_place_and_cannot_be_run()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var id = await site.Runs.UploadAsync("坏.json", Bytes(Recipe.Of("""{"name":"无此步骤"}""")), Editor);
        var run = await EndOfAsync(site.Runs, id);

        Assert.False(run.CanRun);
        Assert.Equal("坏.json", Assert.Single(run.Report!.Problems).Place.File);
        Assert.Equal(RecipeRunRefusal.NotReady, Assert.Throws<RecipeRunRefusedException>(() => site.Runs.Begin(id, checkOnly: false, Editor)).Refusal);
    }

    [Theory]
    [InlineData("a.exe", "x", RecipeRunRefusal.WrongKind)]
    [InlineData("", "x", RecipeRunRefusal.WrongKind)]
    [InlineData("a.json.", "x", RecipeRunRefusal.WrongKind)]
    [InlineData("a.json", "", RecipeRunRefusal.Empty)]
    public async Task What_is_no_recipe_is_not_taken_and_leaves_nothing(string name, string text, RecipeRunRefusal refusal)
    {
        await using var site = await TestSite.OpenAsync();

        var fault = await Assert.ThrowsAsync<RecipeRunRefusedException>(() => site.Runs.UploadAsync(name, Bytes(text), Editor));

        Assert.Equal(refusal, fault.Refusal);
        Assert.Empty(site.Runs.List());
    }

    [Fact]
    public async Task An_upload_without_end_is_stopped_at_the_limit_and_leaves_nothing()
    {
        await using var site = await TestSite.OpenAsync();
        await using var endless = new Endless();

        var fault = await Assert.ThrowsAsync<RecipeRunRefusedException>(() => site.Runs.UploadAsync("a.json", endless, Editor));

        Assert.Equal(RecipeRunRefusal.TooLarge, fault.Refusal);
        Assert.Empty(Directory.GetDirectories(site.SiteFolder.Path("recipe-runs")));
    }

    [Fact]
    public async Task A_package_is_taken_by_its_content_and_a_bomb_is_not_unpacked()
    {
        await using var site = await TestSite.WithTopicsAsync();
        using var good = Zip(("Recipe.json", Encoding.UTF8.GetBytes(Recipe.Of(Recipe.Content(Recipe.Notice("n1"))))));
        using var bomb = Zip(("Recipe.json", "{}"u8.ToArray()), ("zeros.bin", new byte[80 * 1024 * 1024]));

        var taken = await EndOfAsync(site.Runs, await site.Runs.UploadAsync("好.zip", good, Editor));
        var refused = await EndOfAsync(site.Runs, await site.Runs.UploadAsync("炸弹.zip", bomb, Editor));
        var lie = await EndOfAsync(site.Runs, await site.Runs.UploadAsync("假.zip", Bytes("{\"name\":\"不是包\",\"steps\":[]}"), Editor));

        Assert.True(taken.CanRun);
        Assert.Contains("压缩炸弹", refused.Fault, StringComparison.Ordinal);
        Assert.Contains("假.zip", lie.Fault, StringComparison.Ordinal);
        Assert.False(refused.CanRun || lie.CanRun);
    }

    [Fact]
    public async Task One_is_under_way_at_a_time_and_a_second_is_told_which()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var gate = new TaskCompletionSource();
        site.Media.Held = gate.Task;
        var id = await site.Runs.UploadAsync("长.json", Bytes(Recipe.Of("""{"name":"media","Files":[{"TargetPath":"a.txt","Base64":"YQ=="}]}""", Recipe.Content(Recipe.Notice("n1")))), Editor);
        await EndOfAsync(site.Runs, id);
        site.Runs.Begin(id, checkOnly: false, Editor);

        var busy = await Assert.ThrowsAsync<RecipeRunRefusedException>(() => site.Runs.UploadAsync("另一个.json", Bytes(Recipe.Of()), Editor));
        var elsewhere = Assert.Throws<RecipeRunRefusedException>(() => site.RestartedRuns().Begin(id, checkOnly: false, Editor));

        Assert.Equal((RecipeRunRefusal.Busy, "长.json", "张三"), (busy.Refusal, busy.Other?.File, busy.Other?.DisplayName));
        Assert.Equal(RecipeRunRefusal.Busy, elsewhere.Refusal);
        gate.SetResult();
        Assert.Equal(RecipeRunState.Imported, (await EndOfAsync(site.Runs, id)).State);
    }

    [Fact]
    public async Task A_run_whose_process_ended_counts_as_cut_and_is_completed_when_run_again()
    {
        await using var site = await TestSite.WithTopicsAsync();
        site.Media.Held = new TaskCompletionSource().Task;
        var id = await site.Runs.UploadAsync("长.json", Bytes(Recipe.Of("""{"name":"settings","SiteName":"甲市"}""", """{"name":"media","Files":[{"TargetPath":"a.txt","Base64":"YQ=="}]}""", Recipe.Content(Recipe.Notice("n1")))), Editor);
        await EndOfAsync(site.Runs, id);
        site.Runs.Begin(id, checkOnly: false, Editor);
        await site.Media.Asked.Task;

        await site.StopRunsAsync();

        var runs = site.RestartedRuns();
        var cut = runs.Find(id)!;
        Assert.Equal((RecipeRunState.Cut, true), (cut.State, cut.CanRun));
        Assert.Null(await site.GetAsync("n1"));

        site.Media.Held = Task.CompletedTask;
        runs.Begin(id, checkOnly: false, Editor);
        var run = await EndOfAsync(runs, id);

        Assert.Equal(RecipeRunState.Imported, run.State);
        Assert.Equal(1, Assert.Single(run.Report!.Completed).Skipped);
        Assert.NotNull(await site.GetAsync("n1"));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData(".")]
    public async Task An_id_that_is_a_path_finds_nothing(string id)
    {
        await using var site = await TestSite.OpenAsync();

        Assert.Null(site.Runs.Find(id));
        Assert.Equal(RecipeRunRefusal.Missing, Assert.Throws<RecipeRunRefusedException>(() => site.Runs.Choose("../run.json", Editor)).Refusal);
    }

    private static MemoryStream Zip(params (string Name, byte[] Bytes)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        stream.Position = 0;
        return stream;
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
