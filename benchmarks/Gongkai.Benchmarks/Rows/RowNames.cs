namespace Gongkai.Benchmarks.Rows;

/// <summary>The names by which rows are asked for.</summary>
internal static class RowNames
{
    public const string Cached = "cached";
    public const string First = "first";
    public const string Search = "search";
    public const string Suggest = "suggest";
    public const string Index = "index";
    public const string Import = "import";
    public const string Publish = "publish";
    public const string Start = "start";
    public const string Memory = "memory";

    /// <summary>All of them, in the order of the table.</summary>
    public static readonly string[] All = [Cached, First, Search, Suggest, Index, Import, Publish, Start, Memory];
}
