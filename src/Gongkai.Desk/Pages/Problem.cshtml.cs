using Gongkai.Desk.Requests;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages;

/// <summary>What went wrong, in words; shown in place of a page, never asked for by itself.</summary>
[AllowAnonymous]
[BeforeReady]
internal sealed class ProblemModel : DeskPage
{
    public string Text { get; private set; } = "";

    public IActionResult OnGet()
    {
        var status = HttpContext.Features.Get<DeskRequest>()?.Problem is > 0 and var problem ? problem : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        (Heading, Text) = status switch
        {
            StatusCodes.Status400BadRequest => (L["请求没有被接受"], L["表单可能已经过期，或者不是从这里打开的。请返回，刷新页面后再提交一次。"]),
            StatusCodes.Status401Unauthorized => (L["请先登录"], L["登录已经过期，刚才的操作没有完成。请在新的标签页中登录，再回到原来的页面重新提交。"]),
            StatusCodes.Status403Forbidden => (L["没有权限"], L["您的角色不能做这件事，也没有改动任何内容。如果工作需要，请联系管理员。"]),
            StatusCodes.Status404NotFound => (L["没有找到"], L["这个地址没有内容，可能已经删除，或者不属于您的机构。"]),
            StatusCodes.Status405MethodNotAllowed => (L["请求没有被接受"], L["这个地址不支持这种操作。"]),
            StatusCodes.Status413PayloadTooLarge => (L["内容太大"], L["提交的内容超过了上限，没有保存。"]),
            StatusCodes.Status429TooManyRequests => (L["尝试太频繁"], L["请等一分钟再试。"]),
            StatusCodes.Status503ServiceUnavailable => (L["暂时不能使用"], L["数据库暂时连接不上，刚才的操作没有完成。请稍后再试。"]),
            >= 500 => (L["出错了"], L["问题已经记录，刚才的操作可能没有完成。请稍后再试，或联系管理员。"]),
            _ => (L["请求没有被接受"], L["请返回后再试。"]),
        };
        return Page();
    }
}
