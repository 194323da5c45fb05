using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Paths": ["a.pdf"], "MediaTexts": ["附件一"]}</c>: files by their path below the media folder, each with a text.</summary>
public sealed class MediaField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "MediaField";

    /// <inheritdoc/>
    public override string Editor => "media";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Paths", "MediaTexts"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var paths = ReadTexts(value, "Paths", scope);
        ReadTexts(value, "MediaTexts", scope);
        RequireWhenPublished(field, paths.Count == 0, scope);
        if (!field.Settings.IsTrue(SettingsGroup, "Multiple") && paths.Count > 1)
            scope.At("Paths").Report($"“{Label(field)}”只能有一个文件。");
        for (var i = 0; i < paths.Count; i++)
        {
            if (!IsInside(paths[i]))
                scope.At("Paths").At(i).Report("文件路径应在媒体文件夹之内，不能以 / 开头，也不能含有 .. 或反斜杠。");
        }
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        foreach (var path in value.Texts("Paths"))
            scope.Media(path);
        foreach (var text in value.Texts("MediaTexts").Where(text => text.Length > 0))
            scope.Text(text, IndexedTextRole.Body);
    }

    private static bool IsInside(string path) =>
        path.Length is > 0 and <= 1024 && path[0] != '/' && !path.Contains('\\') && !path.Contains(':')
        && !path.Split('/').Any(segment => segment is "" or "." or "..") && !path.Any(char.IsControl);
}
