using OrchardSite.StaticCopy;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>The folder of a copy: whose it is, and what a kill leaves of it.</summary>
public sealed class CopyFolderTests : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("gongkai-copy-").FullName;

    public void Dispose() => Directory.Delete(_place, recursive: true);

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        File.WriteAllText(At("mine.txt"), "x");

        var fault = Assert.Throws<StaticCopyException>(() => Open(_place));

        Assert.Contains("没有改动", fault.Message, StringComparison.Ordinal);
        Assert.Equal([At("mine.txt")], Directory.GetFileSystemEntries(_place));
    }

    [Theory]
    [InlineData("data/copy", "data")]
    [InlineData("data", "data/media")]
    [InlineData("data", "data")]
    [InlineData("DATA/copy", "data")]
    [InlineData("data/../data/copy", "data")]
    [InlineData("link/copy", "data")]
    public void No_copy_lies_in_or_around_a_folder_of_the_site(string copy, string own)
    {
        Directory.CreateDirectory(At(own));
        Directory.CreateSymbolicLink(At("link"), At("data"));

        Assert.Contains("相互包含", CopyPlace.FaultOf(Path.GetFullPath(At(copy)), [At(own)])!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_may_lie_beside_the_site()
    {
        Directory.CreateDirectory(At("data"));

        Assert.Null(CopyPlace.FaultOf(At("data-copy"), [At("data")]));
        Assert.NotNull(CopyPlace.FaultOf("/", []));
    }

    [Fact]
    public void Two_runs_are_refused()
    {
        using var first = Open(At("copy"));

        Assert.Contains("另一个", Assert.Throws<StaticCopyException>(() => Open(At("copy"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_killed_while_it_took_its_place_is_carried_out()
    {
        using var folder = Open(At("copy"));
        Prepare(folder, ("/a", "new a"), ("/b", "new b"));
        // The kill came after the first of two.
        folder.Place("a.html");
        Directory.CreateDirectory(folder.Site);
        File.WriteAllText(folder.FileAt("b.html"), "old b");

        var manifest = CopyFinish.CarryOut(folder);

        Assert.Equal(("new a", "new b"), (File.ReadAllText(folder.FileAt("a.html")), File.ReadAllText(folder.FileAt("b.html"))));
        Assert.Equal((7, 2), (manifest.Sequence, manifest.Records.Count));
        Assert.False(File.Exists(folder.Journal));
        Assert.Equal(7, CopyFinish.CarryOut(folder).Sequence);
    }

    [Fact]
    public void What_is_in_no_record_any_more_goes_with_its_empty_folders()
    {
        using var folder = Open(At("copy"));
        Prepare(folder, ("/a/b/c", "c"), ("/d", "d"));
        CopyFinish.CarryOut(folder);
        using (var journal = CopyJournal.Begin(folder.Journal, "f"))
        {
            journal.Remove("/a/b/c");
            journal.Add(new CopyRecord(new(CopyKind.Page, "/d\"e"), CopyState.Gone, ""));
            journal.Add(new CopyRecord(new(CopyKind.Page, "/old"), CopyState.Moved, "/new$1"));
            journal.Commit(8);
        }

        CopyFinish.CarryOut(folder);

        Assert.Equal(["d.html"], Directory.GetFileSystemEntries(folder.Site).Select(Path.GetFileName));
        Assert.Contains("\"/d\\\"e\" 1;\n", File.ReadAllText(Path.Combine(folder.Path, "nginx", "gone.map")), StringComparison.Ordinal);
        Assert.Contains("\"/old\" \"/new%241\";\n", File.ReadAllText(Path.Combine(folder.Path, "nginx", "moved.map")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("p\tp\t/b\tb.html\thash\t3")]
    [InlineData("commit\t9")]
    public void A_line_that_was_cut_off_counts_for_nothing_and_does_no_harm(string cut)
    {
        using var folder = Open(At("copy"));
        using (var journal = CopyJournal.Begin(folder.Journal, "f"))
        {
            journal.Reach(3);
            journal.Add(Record("/a"));
        }

        File.AppendAllText(folder.Journal, cut);
        using (var journal = CopyJournal.Continue(folder.Journal))
            journal.Add(Record("/c"));
        var entries = CopyJournal.Read(folder.Journal)!;

        Assert.Equal(["/a", "/c"], entries.Records.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((3, (long?)null, "f"), (entries.First, entries.Committed, entries.Fingerprint));
    }

    [Fact]
    public void A_manifest_says_again_what_it_was_told()
    {
        var manifest = new CopyManifest { Sequence = 12, Fingerprint = "f" };
        var record = new CopyRecord(new(CopyKind.Media, "/media/表 1.jpg", 480), CopyState.Present, "media/表 1~480.jpg") { Hash = "h", Length = 5, Tags = ["item:a", "list"], Files = ["/media/x"] };
        manifest.Take(record.ToLine());
        manifest.Take(new CopyItem("a", "stamp", "/a").ToLine());
        manifest.Save(At("manifest"));

        var read = CopyManifest.Read(At("manifest"));

        Assert.Equal(record.ToLine(), Assert.Single(read.Records).Value.ToLine());
        Assert.Equal(record.Address, read.Records[record.Address.Key].Address);
        Assert.Equal((12, "f", "/a"), (read.Sequence, read.Fingerprint, read.Items["a"].Url));
        File.WriteAllText(At("manifest"), "something else\n");
        Assert.Throws<StaticCopyException>(() => CopyManifest.Read(At("manifest")));
    }

    private string At(string name) => Path.Combine(_place, name);

    private static CopyFolder Open(string path) => CopyFolder.Open(path, []);

    private static CopyRecord Record(string path) => new(new(CopyKind.Page, path), CopyState.Present, path.TrimStart('/') + ".html") { Hash = "h", Length = 1 };

    private static void Prepare(CopyFolder folder, params (string Path, string Content)[] files)
    {
        using var journal = CopyJournal.Begin(folder.Journal, "f");
        foreach (var (path, content) in files)
        {
            var record = Record(path);
            folder.Stage(record.Place, System.Text.Encoding.UTF8.GetBytes(content), packs: false);
            journal.Add(record);
        }

        journal.Commit(7);
    }
}
