using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.SearchPages.Api;

/// <summary>How the API writes JSON: camel case, Chinese as it is.</summary>
internal static class ApiJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps browsers from taking an answer for HTML, in which its texts would not be safe.</summary>
    public static ValueTask<object?> NeverHtmlAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return next(call);
    }

    public static IResult Ok<T>(T value) => TypedResults.Json(value, Options);

    public static IResult NotFound(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status404NotFound, title: PageTexts.Of("没有找到"));

    public static IResult Gone(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status410Gone, title: PageTexts.Of("已撤下"));

    public static IResult BadRequest(IReadOnlyDictionary<string, string[]> faults) => TypedResults.ValidationProblem(
        faults.ToDictionary(fault => fault.Key, fault => fault.Value, StringComparer.Ordinal),
        detail: string.Join(' ', faults.Select(fault => PageTexts.Of("{0}：{1}", fault.Key, string.Join(' ', fault.Value)))), title: PageTexts.Of("请求的参数有误"));

    /// <summary>The faults of parameters that an endpoint does not take.</summary>
    public static Dictionary<string, string[]> Unknown(IQueryCollection query, params string[] known) => query.Keys
        .Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase))
        .ToDictionary(name => name, name => (string[])[known.Length == 0 ? PageTexts.Of("没有名为“{0}”的参数；这个接口不带参数。", name) : PageTexts.Of("没有名为“{0}”的参数；可用的参数：{1}。", name, string.Join(", ", known))], StringComparer.Ordinal);
}
