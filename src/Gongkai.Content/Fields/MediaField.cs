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
        var texts = ReadTexts(value, "MediaTexts", scope);
        RequireWhenPublished(field, paths.Count == 0, scope);
        if (!field.Settings.IsTrueUnlessSet(SettingsGroup, "Multiple") && paths.Count > 1)
            scope.At("Paths").Report($"“{Label(field)}”只能有一个文件。");
        if (!field.Settings.IsTrueUnlessSet(SettingsGroup, "AllowMediaText") && texts.Any(text => text.Length > 0))
            scope.At("MediaTexts").Report($"“{Label(field)}”的文件不能带说明文字，请清空。");
        var extensions = field.Settings.Texts(SettingsGroup, "AllowedExtensions");
        for (var i = 0; i < paths.Count; i++)
        {
            if (!IsInside(paths[i]))
                scope.At("Paths").At(i).Report(new("文件路径应在媒体文件夹之内，形如 docs/a.pdf，不能含有空的一段、.. 或反斜杠。"));
            else if (extensions.Count > 0 && !extensions.Contains(ExtensionOf(paths[i]), StringComparer.OrdinalIgnoreCase))
                scope.At("Paths").At(i).Report($"“{Label(field)}”不能放“{ShortText.Of(paths[i])}”这类文件，只能是 {extensions}。");
        }
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        foreach (var path in value.Texts("Paths"))
            scope.Media(Normalize(path));
        foreach (var text in value.Texts("MediaTexts").Where(text => text.Length > 0))
            scope.Text(text, IndexedTextRole.Body);
    }

    private static string ExtensionOf(string path) => path.LastIndexOf('.') is >= 0 and var dot ? path[dot..] : "";

    /// <summary>A path as the media folder has it: Orchard Core takes one that begins with a slash for the same.</summary>
    public static string Normalize(string path) => path is ['/', ..] ? path[1..] : path;

    /// <summary>Whether a path stays in the media folder.</summary>
    public static bool IsInside(string path) =>
        path.Length is > 0 and <= 1024 && !path.Contains('\\') && !path.Contains(':')
        && !Normalize(path).Split('/').Any(segment => segment is "" or "." or "..") && !path.Any(char.IsControl);
}
