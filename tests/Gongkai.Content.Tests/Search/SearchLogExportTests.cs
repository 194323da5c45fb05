namespace Gongkai.Content.Tests.Search;

public sealed class SearchLogExportTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void A_line_is_safe_in_a_spreadsheet()
    {
        Assert.Equal("2026-03-02,公积金,7,12,3,1:2 11:1", SearchLogExport.LineOf(new(Day, "公积金", 7, 12, [new(1, 2), new(11, 1)])));
        Assert.Equal("2026-03-02,\"a,\"\"b\"\"\",1,,0,", SearchLogExport.LineOf(new(Day, "a,\"b\"", 1, null, [])));
        Assert.Equal("2026-03-02,'=1+1,1,0,0,", SearchLogExport.LineOf(new(Day, "=1+1", 1, 0, [])));
    }

    [Fact]
    public async Task Entries_stand_below_the_names_of_their_columns()
    {
        await using var writer = new StringWriter { NewLine = "\n" };

        await SearchLogExport.WriteAsync(new[] { new SearchLogEntry(Day, "招生", 1, 0, []), new SearchLogEntry(Day, "公积金", 2, 5, [new(1, 1)]) }.ToAsyncEnumerable(), writer);

        Assert.Equal("日期,搜索词,搜索次数,结果数,点击次数,点击位置\n2026-03-02,招生,1,0,0,\n2026-03-02,公积金,2,5,1,1:1\n", writer.ToString());
    }
}
