using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>An item's address. Where a pattern gives it and the settings say so, nobody types it.</summary>
internal sealed class RouteEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "route";

    /// <inheritdoc/>
    public override bool IsAside => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Path"];

    /// <inheritdoc/>
    public override string? ReadOnlyReason(Edited edited, EditorContext context) =>
        edited.Settings.Text(edited.Group, "Pattern") is { Length: > 0 } && !edited.Settings.IsTrue(edited.Group, "AllowCustomPath") ? context.Text("由系统按模板生成。") : null;

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("Path", value.Text("Path") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Path"] = form.Get("Path").Trim().Trim('/');

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new TextLine(frame)
    {
        View = "Text",
        Property = "Path",
        Label = context.Text("地址"),
        Hint = context.Text("网址中域名之后的部分。留空时首次发布自动生成；发布以后请尽量不改。"),
    };
}
