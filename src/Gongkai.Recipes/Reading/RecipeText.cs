using Gongkai.Content;

namespace Gongkai.Recipes.Reading;

/// <summary>The text of one recipe, read as a stream: first its outline, then step by step.</summary>
/// <param name="file">The name that problems give.</param>
/// <param name="stream">A seekable stream of UTF-8; disposed with the text.</param>
/// <param name="folder">Where the files are that the recipe names.</param>
internal sealed class RecipeText(string file, Stream stream, RecipeFolder? folder = null) : IDisposable
{
    /// <summary>How long the text is, in bytes.</summary>
    public long Length => stream.Length;

    public Stream Stream => stream;

    /// <summary>Where the files are that the recipe names; null when it has none.</summary>
    public RecipeFolder? Folder => folder;

    /// <summary>Told up to which byte the text was read, after every value.</summary>
    public Action<long>? Read { get; set; }

    /// <summary>What the scripts in the text come to; null while nobody evaluates them: they stay as they are written.</summary>
    public RecipeScripts? Scripts { get; set; }

    /// <summary>Reads the whole text once: it is JSON and a recipe. Faults are a <see cref="RecipeFaultException"/>.</summary>
    public Task<RecipeOutline> ReadOutlineAsync(CancellationToken cancellationToken) => new RecipeOutliner(this, stream, visit: null).ReadAsync(cancellationToken);

    /// <summary>Goes through the scripts of the text in their order.</summary>
    public Task VisitScriptsAsync(Func<RecipeScript, Func<RecipePlace>, Task> visit, CancellationToken cancellationToken) =>
        new RecipeOutliner(this, stream, visit).ReadAsync(cancellationToken);

    /// <summary>The place of a byte.</summary>
    public RecipePlace PlaceOf(RecipeStepOutline? step, LineStart line, long offset, string path) =>
        new(file, (int)line.Number, (int)line.ColumnOf(offset, stream), step is null ? "" : $"第 {step.Number} 步 {step.Name}".TrimEnd(), path);

    /// <summary>The place of a value inside a value that stands at some bytes, or of the nearest value around it that is there.</summary>
    public RecipePlace PlaceWithin(RecipeStepOutline step, TextRange outer, string outerPath, string path)
    {
        var text = new byte[outer.Length];
        stream.Position = outer.Start;
        stream.ReadExactly(text);
        var at = JsonTrail.OffsetOf(text, path);
        var full = path.Length == 0 ? outerPath : outerPath + (path[0] is '[' or '.' ? path : "." + path);
        return PlaceOf(step, outer.Line.After(text.AsSpan(0, at), outer.Start), outer.Start + at, full);
    }

    /// <summary>Opens a file beside the recipe; the result is what is in the way.</summary>
    public string? TryOpenFile(string path, out Stream? opened)
    {
        opened = null;
        return folder is null
            ? $"这份配方不在文件夹里（功能自带的配方都是这样），用不了文件“{path}”，请直接写出它的内容。"
            : folder.TryOpen(path, out opened);
    }

    public void Dispose() => stream.Dispose();
}
