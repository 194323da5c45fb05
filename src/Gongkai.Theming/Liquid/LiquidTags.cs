using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Liquid;

/// <summary>Standard Liquid and the tags that Orchard Core adds, as far as our themes use them.</summary>
internal sealed class LiquidTags : FluidParser
{
    public LiquidTags()
    {
        RegisterEmptyTag("render_body", RenderBodyAsync);
        RegisterParserTag("render_section", ArgumentsList, RenderSectionAsync);
        RegisterParserTag("page_title", ArgumentsList, PageTitleAsync);
        RegisterParserTag("resources", ArgumentsList, static (_, _, _, _) => new(Completion.Normal));
        RegisterEmptyTag("antiforgerytoken", AntiforgeryTokenAsync);
        RegisterParserBlock("zone", ArgumentsList, ZoneAsync);
    }

    private static ValueTask<Completion> RenderBodyAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var body = PageContext.Of(context).Body ?? throw new TemplateException("标签 render_body 只能用在 Layout.liquid 中。");
        if (writer is Utf8Writer page)
            page.Write(body);
        else
            writer.Write(body.ToString());
        return new(Completion.Normal);
    }

    private static async ValueTask<Completion> RenderSectionAsync(IReadOnlyList<FilterArgument> given, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var arguments = await EvaluateAsync(given, context);
        var name = Named(arguments, "name").ToStringValue();
        if (PageContext.Of(context).Zones.TryGetValue(name, out var html))
            await writer.WriteAsync(html);
        else if (arguments["required"] is not { } required || required.IsNil() || required.ToBooleanValue())
            throw new TemplateException($"页面没有给出版面区域“{name}”；可以没有时请写 required: false。");
        return Completion.Normal;
    }

    private static async ValueTask<Completion> PageTitleAsync(IReadOnlyList<FilterArgument> given, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var arguments = await EvaluateAsync(given, context);
        var titles = PageContext.Of(context).Titles;
        if (Named(arguments, "text").ToStringValue() is { Length: > 0 } title)
            titles.Insert(arguments["position"].ToStringValue() is "before" or "0" ? 0 : titles.Count, title);
        var separator = arguments["separator"] is { } set && !set.IsNil() ? set.ToStringValue() : " - ";
        await writer.WriteAsync(encoder.Encode(string.Join(separator, titles)));
        return Completion.Normal;
    }

    private static ValueTask<Completion> AntiforgeryTokenAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var page = PageContext.Of(context);
        var tokens = page.Services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(page.Http!);
        writer.Write($"<input type=\"hidden\" name=\"{encoder.Encode(tokens.FormFieldName)}\" value=\"{encoder.Encode(tokens.RequestToken ?? "")}\">");
        return new(Completion.Normal);
    }

    private static async ValueTask<Completion> ZoneAsync(
        IReadOnlyList<FilterArgument> given, IReadOnlyList<Statement> statements, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var name = Named(await EvaluateAsync(given, context), "name").ToStringValue();
        using var content = new Utf8Writer();
        foreach (var statement in statements)
        {
            var completion = await statement.WriteToAsync(content, encoder, context);
            if (completion != Completion.Normal)
                return completion;
        }

        var zones = PageContext.Of(context).Zones;
        zones[name] = zones.GetValueOrDefault(name) + content;
        return Completion.Normal;
    }

    private static async ValueTask<FilterArguments> EvaluateAsync(IReadOnlyList<FilterArgument> given, TemplateContext context)
    {
        var arguments = new FilterArguments();
        foreach (var argument in given)
            arguments.Add(argument.Name, await argument.Expression.EvaluateAsync(context));
        return arguments;
    }

    /// <summary>An argument by name, else the first one.</summary>
    private static FluidValue Named(FilterArguments arguments, string name) => arguments.HasNamed(name) ? arguments[name] : arguments.At(0);
}
